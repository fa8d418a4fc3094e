/** What may stand in the braces of a statement: parameters that are not there yet, branches that nothing handles. */
import type { BranchSlot, EntrySlot, Form } from '../../catalogue/types.ts';
import { lookUp } from '../../check/program.ts';
import { attributeOf, attributeValues, inputOf, sayType } from '../../check/types.ts';
import { occurrences } from '../occurrences.ts';
import { codecText } from '../pages.ts';
import { attributePage } from '../path-pages.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { caseItems } from './cases.ts';
import { wordsOf } from './context.ts';
import { branchPage, formOfWords, parameterOf } from './form-words.ts';
import { paramItems } from './params.ts';
import { codecItems } from './values.ts';

/** `headers`: of the braces from the statement's own inwards. */
export function entryItems(asking: Asking, headers: readonly string[]): readonly Completion[] {
  const { make, context } = asking;
  const [header = '', second = ''] = headers;
  const words = wordsOf(header);
  const form = formOfWords(words);
  const inside = siblings(asking);
  const { lead } = context;
  const isBranch = /^on\b/.test(lead);
  if (form === undefined) {
    if (lead.trim() !== '' && !isBranch) return [];
    const otherwise = make(isBranch ? 'default' : 'on default', {
      kind: 'branch',
      text: isBranch ? 'default' : 'on default -> ',
      documentation: () => 'Where everything leads that no other `on` takes.',
      rank: 1,
    });
    return [...(/\bdefault\b/.test(inside) ? [] : [otherwise]), ...caseItems(asking, form, words, inside)];
  }
  const isKey = (one: string) => new RegExp(`(?:^|[\\s,{])${one}\\s*[:{]`, 'u').test(inside);
  if (headers.length > 1) return keyItems(asking, form, words, wordsOf(second)[0] ?? '', isKey);
  if (/(?:^|\s)param$/.test(lead.trim())) return paramItems(asking);
  const key = /^([\p{L}_][\p{L}\p{N}_]*):/u.exec(lead)?.[1];
  if (key !== undefined) {
    const slot = form.entries?.find((one) => one.key === key);
    if (slot === undefined) return form.rest === undefined ? [] : attributeValueItems(asking, key);
    return [
      ...codecItems(asking, slot.as, { documentation: parameterOf(form, slot.path) }),
      ...paramItems(asking, slot.as),
    ];
  }
  if (/^play\s/.test(lead)) return codecItems(asking, /\bprompt\s*$/.test(lead) ? { ref: 'prompt' } : 'speech');
  const branches = [
    ...(form.branches ?? [])
      .filter(({ word }) => !new RegExp(`\\bon\\b[^\\n{}]*\\b${word}\\b`, 'u').test(inside + lead))
      .map((branch) => branchItem(asking, form, branch, isBranch)),
    ...caseItems(asking, form, words, inside),
  ];
  if (isBranch) return branches;
  if (lead.trim() !== '') return [];
  const parameters = (form.entries ?? [])
    .filter((slot) => slot.as === 'speeches' || !isKey(slot.key))
    .map((slot) => parameterItem(asking, form, slot));
  const own = form.rest === undefined ? [] : attributeItems(asking, isKey);
  return [...parameters, ...own, ...branches];
}

function parameterItem({ make }: Asking, form: Form, slot: EntrySlot): Completion {
  const { key, braces, path, as } = slot;
  const isLine = as === 'speeches';
  return make(key, {
    kind: 'parameter',
    text: isLine ? `${key} ` : braces === true ? `${key} { $0 }` : `${key}: `,
    isSnippet: !isLine && braces === true,
    detail: path,
    documentation: () => `**${key}**: ${codecText(as)}\n\n${parameterOf(form, path)()}`,
    rank: 2,
  });
}

function branchItem({ make }: Asking, form: Form, branch: BranchSlot, isBranch: boolean): Completion {
  const { word, need } = branch;
  const isAlways = need === 'always';
  return make(isBranch ? word : `on ${word}`, {
    kind: 'branch',
    text: isBranch ? word : `on ${word} -> `,
    detail: isAlways ? 'has to be handled, here or by a default' : undefined,
    documentation: () => branchPage(form, branch),
    rank: isAlways ? 1 : 3,
  });
}

/** Keys of a map in the braces: what the function or module says that it takes. */
function keyItems(
  asking: Asking,
  form: Form,
  words: readonly string[],
  key: string,
  isKey: (key: string) => boolean,
): readonly Completion[] {
  const { make, context, analysis } = asking;
  if (key !== 'with' || context.lead.trim() !== '') return [];
  const kind = form.phrase === 'invoke lambda' ? 'lambda' : form.phrase === 'invoke module' ? 'module' : undefined;
  const name = (words[form.phrase.split(' ').length] ?? '').replace(/^"|"$/g, '');
  const named = kind && lookUp(analysis.program, kind, name);
  const type = named && inputOf(named);
  if (type?.is !== 'object') return [];
  return Object.entries(type.fields ?? {})
    .filter(([field]) => !isKey(field))
    .map(([field, wanted]) =>
      make(field, {
        kind: 'parameter',
        text: `${field}: `,
        detail: sayType(wanted),
        documentation: () => `\`${name}\` takes \`${field}: ${sayType(wanted)}\`.`,
        rank: 1,
      }),
    );
}

/** Attributes of the project, where a statement sets some. */
function attributeItems({ analysis, make }: Asking, isKey: (key: string) => boolean): readonly Completion[] {
  const keys = new Set(
    [...occurrences(analysis).values()].flat().flatMap(({ id }) => /^attribute (\w+)$/.exec(id)?.[1] ?? []),
  );
  return [...keys]
    .filter((key) => !isKey(key))
    .map((key) =>
      make(key, {
        kind: 'parameter',
        text: `${key}: `,
        detail: 'an attribute of this project',
        documentation: () => attributePage(analysis, key),
        rank: 2,
      }),
    );
}

function attributeValueItems({ analysis, make }: Asking, key: string): readonly Completion[] {
  const named = attributeOf(analysis.program, key);
  return ((named && attributeValues(named)) ?? []).map((value) =>
    make(JSON.stringify(value), { kind: 'value', documentation: () => attributePage(analysis, key), rank: 1 }),
  );
}

/** The text between the innermost braces around the place, without what is being typed. */
export function siblings({ text, context }: Asking): string {
  let depth = 0;
  let end = context.word.end;
  for (; end < text.length; end++) {
    const c = text.charAt(end);
    if (c === '{') depth++;
    else if (c === '}' && depth-- === 0) break;
  }
  const typed = context.word.start - context.lead.length;
  return `${text.slice(context.inside, Math.max(context.inside, typed))}\n${text.slice(context.word.end, end)}`;
}
