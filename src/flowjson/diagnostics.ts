import { diagnosticsOf } from '../diagnostics/diagnostic.ts';

/** What a text may be that is not quite JSON, or not at all. */
export type NotJson = 'template' | 'other format';

const RATHER: Readonly<Record<NotJson, string>> = {
  template: 'This looks like a template: have its placeholders filled in first, or put each between quotes.',
  'other format': 'Out of YAML, Terraform or code take the JSON of the flow, and give that.',
};

/** What reading flow-language JSON may say. */
export const json = diagnosticsOf('json', {
  binary: {
    severity: 'error',
    message: (p: { what: string }) => `This is not a text file: ${p.what}.`,
    help: () => 'Give a flow as JSON text: an export of the flow designer, or the content the API answers.',
  },
  encoding: {
    severity: 'warning',
    message: (p: { encoding: string }) => `This file is not UTF-8; it was read as ${p.encoding}.`,
    help: () => 'Save the file as UTF-8: Connect takes nothing else.',
  },
  invalid: {
    severity: 'error',
    message: (p: { problem: string; rather: NotJson | undefined }) => `This is not valid JSON: ${p.problem}.`,
    help: (p: { rather: NotJson | undefined }) => (p.rather === undefined ? undefined : RATHER[p.rather]),
  },
  'too-deep': {
    severity: 'error',
    message: (p: { limit: number }) => `This JSON is nested more than ${p.limit} levels deep.`,
    help: () => 'No flow is nested like that; the file is damaged, or not a flow.',
  },
  'not-a-flow': {
    severity: 'error',
    message: (p: { found: string }) => `This JSON is not a flow: ${p.found}.`,
    help: () =>
      'A flow has `Actions` (export of the designer, API content), `modules` (old export), or is the answer of DescribeContactFlow.',
  },
  'not-by-schema': {
    severity: 'warning',
    message: (p: { at: string; problem: string }) =>
      `The document does not keep to the JSON Schema of flow language at ${p.at === '' ? 'its top' : p.at}: ${p.problem}.`,
    help: () => 'If Connect takes it all the same, the schema is behind: please report the action.',
  },
  'too-long': {
    severity: 'warning',
    message: (p: { characters: number; limit: number }) =>
      `This flow is ${p.characters} characters long without blanks and layout; Connect takes ${p.limit}.`,
    help: () => 'Move a part of it into a module or into a flow of its own.',
  },
  'duplicate-key': {
    severity: 'warning',
    message: (p: { key: string }) =>
      `The key ${JSON.stringify(p.key)} stands twice in one object; the last one counts.`,
    help: () => 'Remove the one that is not meant.',
  },
  'inexact-number': {
    severity: 'warning',
    message: (p: { written: string; kept: string }) =>
      `The number ${p.written} cannot be kept exactly; it becomes ${p.kept}.`,
    help: () => 'Write it as a text in quotes, as Connect does.',
  },
  'number-spelling': {
    severity: 'hint',
    message: (p: { written: string; kept: string }) => `The number ${p.written} is written ${p.kept} from here on.`,
    help: () => 'Nothing is lost; write it as a text in quotes where the spelling matters.',
  },
  'respelled-name': {
    severity: 'hint',
    message: (p: { written: string; kept: string }) =>
      `The block "${p.written}" is called "${p.kept}" in what is built.`,
    help: () => 'Connect does not take the name as it is; give the block another one in the text.',
  },
  'not-an-action': {
    severity: 'error',
    message: (p: { index: number; found: string }) =>
      `Actions[${p.index}] is ${p.found}, not an action; it was left out.`,
    help: () => 'Remove it: Connect takes only actions there.',
  },
  'missing-identifier': {
    severity: 'error',
    message: (p: { index: number; id: string }) =>
      `Actions[${p.index}] has no Identifier; it is called "${p.id}" here.`,
    help: () => 'Give it one: nothing can lead to an action without an identifier.',
  },
  'duplicate-identifier': {
    severity: 'error',
    message: (p: { identifier: string; id: string }) =>
      `Two actions have the Identifier "${p.identifier}"; the second is called "${p.id}" here.`,
    help: () => 'Branches that name the identifier lead to the first.',
  },
  'contract-loss': {
    severity: 'warning',
    message: (p: { what: string }) => `Not all of this module’s contract can be said as text: ${p.what}.`,
    help: () => 'Text says types of input and results, and names of branches; the rest is left out.',
  },
  'unknown-module': {
    severity: 'warning',
    message: (p: { type: string }) => `"${p.type}" is a block of the old export format with no known equal today.`,
    help: () => 'It is kept as it is; put the block that replaced it in its place.',
  },
  'legacy-loss': {
    severity: 'warning',
    message: (p: { type: string; what: string }) => `The ${p.type} block of the old export format says ${p.what}.`,
    help: () => 'Check the block after the import.',
  },
});
