/** What may be written inside the braces of a statement. */
import { bracesOf, contextAt, unlabelled, wordsOf } from './completion/context.ts';
import { formOfWords } from './completion/form-words.ts';
import { slotsOf } from '../constructs/folded.ts';
import { entityKindOf, entityModel } from '../entities/index.ts';
import { codecText } from './pages.ts';
import type { Analysis } from './types.ts';

export interface Signature {
  readonly label: string;
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
  /** Which parameter is being written; undefined where it is none of them. */
  readonly active: number | undefined;
}

export function signatureAt(analysis: Analysis, path: string, offset: number): Signature | undefined {
  const text = analysis.files.get(path)?.source.text;
  if (text === undefined) return undefined;
  const { headers, lead, word, isInComment } = contextAt(text, offset);
  const header = headers[headers.findLastIndex((one) => bracesOf(one) !== 'entries') + 1];
  if (isInComment || header === undefined || bracesOf(headers.at(-1) ?? '') !== 'entries') return undefined;
  const said = `${lead}${text.slice(word.start, word.end)}`;
  if (headers.length === 1) return ofDeclaration(wordsOf(header), said);
  const form = formOfWords(wordsOf(unlabelled(header)));
  if (form === undefined) return undefined;
  const slots = slotsOf(form);
  const branches = form.branches ?? [];
  const parameters = [
    ...slots.map(({ key, as, braces }) => ({
      label: braces === true ? `${key} { … }` : `${key}: …`,
      documentation: codecText(as),
    })),
    ...branches.map((branch) => ({
      label: `on ${branch.word}`,
      documentation: branch.need === 'always' ? 'Has to be handled, here or by a default.' : '',
    })),
  ];
  const key = /^([\p{L}_][\p{L}\p{N}_]*)/u.exec(said)?.[1];
  const branch = /^on\s+.*?([\p{L}_][\p{L}\p{N}_]*)$/u.exec(said.replace(/\s*->.*$/s, ''))?.[1];
  const at =
    key === 'on'
      ? branches.findIndex((one) => one.word === branch) + slots.length
      : slots.findIndex((one) => one.key === key);
  const isFound = key === 'on' ? at >= slots.length : at >= 0;
  return {
    label: `${form.phrase} { ${parameters.map(({ label }) => label).join(', ')} }`,
    parameters,
    active: isFound ? at : undefined,
  };
}

/** Keys of a declaration. */
function ofDeclaration(words: readonly string[], said: string): Signature | undefined {
  const kind = entityKindOf(words[words[0] === 'existing' ? 1 : 0] ?? '');
  if (kind === undefined) return undefined;
  const { properties, clauses } = entityModel(kind);
  const parameters = [
    ...properties.map(({ key, braces, required, doc }) => ({
      label: `${braces === true ? `${key} { … }` : `${key}: …`}${required === true ? ' (required)' : ''}`,
      documentation: doc,
    })),
    ...clauses.map(({ word, doc }) => ({ label: `${word} …`, documentation: doc })),
  ];
  const key = /^([^\s:]+)/u.exec(said)?.[1];
  const at = [...properties.map((one) => one.key), ...clauses.map(({ word }) => word)].indexOf(key ?? '');
  const label = `${words.join(' ')} { ${parameters.map((one) => one.label).join(', ')} }`;
  return { label, parameters, active: at < 0 ? undefined : at };
}
