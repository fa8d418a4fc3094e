/** Pages of what reading flow-language JSON may say. */
import type { PagesOf } from '../diagnostics/page.ts';
import type { json } from './diagnostics.ts';

export const jsonPages: PagesOf<typeof json> = {
  binary: {
    summary: 'A file that should hold a flow is no text.',
    why: 'Exports of flows are JSON, which is text. A file with zero bytes or control characters is an archive, a picture or a recording.',
    remedy:
      'Give the JSON of a flow: an export of the flow designer, the content that the API answers, or the answer of `aws connect describe-contact-flow`. An archive of exports has to be unpacked first.',
  },
  encoding: {
    summary: 'A file is not encoded as UTF-8.',
    why: 'flowc reads UTF-16 and Windows-1252 too, because shells and editors of Windows write them, but it can only guess which of the old encodings was meant. Connect itself takes UTF-8 only, and a wrong guess is a prompt with other characters in it.',
    remedy: 'Save the file as UTF-8. In PowerShell: `… | Out-File -Encoding utf8 flow.json`.',
  },
  invalid: {
    summary: 'A file is not valid JSON.',
    why: 'Neither flowc nor Connect can read it. Mostly a comma or a quote is missing or too much after an edit by hand, or the file was cut off.',
    remedy: 'Correct the place that the message shows, or export the flow again.',
  },
  'too-deep': {
    summary: 'JSON is nested deeper than any flow.',
    why: 'A flow is nested about ten deep. A file that goes on for ninety levels and more is damaged, or made to bring programs down, and is not read.',
    remedy: 'Check that it is the right file, or export the flow again.',
  },
  'not-a-flow': {
    summary: 'A JSON file is not a flow.',
    why: 'A flow has `Actions` (exports of the designer, content of the API), or `modules` (exports of the first flow designer), or is the answer of `describe-contact-flow`, which holds one of these. flowc takes a file that is named on the command line at its word; in folders it passes over JSON that is no flow.',
    remedy:
      'Name the file of a flow. What CloudFormation or Terraform keep is a template around flows: take the content out of it.',
  },
  'not-by-schema': {
    summary: 'A flow does not keep to the published schema of flow language, in a way that no rule speaks of.',
    why: 'The JSON Schemas of flow language are a second pair of eyes. Where the rules of flowc are silent and the schema is not, one of them is wrong, and more often the flow than the schema.',
    remedy:
      'Look at the place that the message names. If Connect takes the flow all the same, please report it: the schema is to be corrected.',
  },
  'too-long': {
    summary: 'A flow has more characters than Connect stores.',
    why: 'The content of a flow has at most 256,000 characters, and the limit cannot be raised. Counted here is the content without blanks and layout.',
    remedy: 'Move a part of the flow into a module or into a flow of its own.',
  },
  'duplicate-key': {
    summary: 'A key stands twice in one JSON object.',
    why: 'JSON allows it, and every reader keeps the last one without a word. So one of the two values is lost: a prompt that nobody hears, a branch that is not there.',
    remedy: 'Remove the one that is not meant.',
  },
  'inexact-number': {
    summary: 'A number in JSON has more digits than can be kept.',
    why: 'Numbers in JSON are kept with 15 to 17 digits. A customer or order number with more is changed by every program that reads the file. Connect writes numbers as texts for that reason.',
    remedy: 'Write it as a text, in quotes.',
  },
  'respelled-name': {
    summary: 'The name of a block is spelled otherwise when the flow is built.',
    why: 'A name may hold signs that Connect does not take, such as brackets and what cannot be seen, or be longer than the 50 characters that it takes. The text keeps the name to the letter; what is built from it has the nearest name that Connect takes, and so have the flow logs.',
    remedy:
      'Nothing is lost. Where the name matters, as in reports over flow logs, give the block another one in the text.',
  },
  'number-spelling': {
    summary: 'A number in JSON is spelled otherwise from here on.',
    why: '`4.0` and `4`, or `1e3` and `1000`, are one number in JSON, and every program that reads and writes the file spells it its own way. flowc keeps the value and writes its shortest spelling.',
    remedy:
      'Nothing, where a number is meant. Where a spelling is meant, as in a version, write it as a text, in quotes.',
  },
  'not-an-action': {
    summary: 'An entry of the actions is no action.',
    why: 'Each entry of `Actions` is an object with an identifier and a type, and Connect refuses anything else. flowc leaves the entry out.',
    remedy: 'Remove it. In an export that was edited by hand it is mostly what is left of an action.',
  },
  'missing-identifier': {
    summary: 'An action has no identifier.',
    why: 'Branches lead to actions by their identifiers, and flow logs name blocks by them. Connect refuses an action without one. flowc makes one up so that the rest can be read.',
    remedy: 'Give it an identifier of its own.',
  },
  'duplicate-identifier': {
    summary: 'Two actions have the same identifier.',
    why: 'Branches lead to actions by their identifiers, so each may be given once; Connect refuses the flow. Mostly an action was copied by hand. flowc renames the second, and branches lead to the first.',
    remedy: 'Give the second one an identifier of its own, and lead to it what should lead to it; or remove the copy.',
  },
  'contract-loss': {
    summary: 'A module says more of what it takes and gives back than text can.',
    why: 'The answer of `describe-contact-flow-module` has `Settings`: what the module takes, what it hands back, and its result branches. `flowc import` writes them at the head of the module: `input { … }`, `returns { … }`, `branches [ … ]`. These say types and names. Whatever else JSON Schema can hold (which keys are required, patterns, descriptions of keys and branches) is not in the text, and is gone from the module when the text is published. Settings that are not JSON say nothing at all.',
    remedy:
      'Look at the member that the message names. Where callers rely on it, say it in the documentation of the module (`///`), and check it in the module itself.',
  },
  'unknown-module': {
    summary: 'A flow in the old export format has a block that flowc cannot say in today’s format.',
    why: 'Exports of the first flow designer (2019 and some years after) name blocks and parameters in another way. flowc translates those that are known. A block that is not is kept to the letter as `action Type { … }`, and Connect will refuse it under its old name.',
    remedy:
      'Put today’s block in its place. If you have the instance, export the flow again: the console then writes today’s format.',
  },
  'legacy-loss': {
    summary: 'A block of the old export format says something that has no place in today’s format.',
    why: 'Some things that the first flow designer could say do not exist any more or are said in another way. flowc translates the rest and tells what was left out.',
    remedy: 'Look at the block after the import, and say by hand what it should do.',
  },
};
