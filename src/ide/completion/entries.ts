/** What may stand in the braces of a statement: parameters that are not there yet, branches that nothing handles. */
import type { BranchSlot, EntrySlot, Form } from '../../catalogue/types.ts';
import { slotsOf } from '../../constructs/folded.ts';
import { lookUp } from '../../check/program.ts';
import { attributeOf, attributeValues, inputOf, returnsOf, sayType, textsOf, type Type } from '../../check/types.ts';
import { occurrences } from '../occurrences.ts';
import { codecText } from '../pages.ts';
import { attributePage } from '../path-pages.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';
import { caseItems } from './cases.ts';
import { wordsOf } from './context.ts';
import { branchPage, factOf, formOfWords, parameterOf } from './form-words.ts';
import { paramItems } from './params.ts';
import { ownModule, pathItems } from './paths.ts';
import { leadingItems, saidOfBranch } from './patterns.ts';
import { codecItems, unsaid } from './values.ts';

/** `headers`: of the braces from the statement's own inwards. */
export function entryItems(asking: Asking, headers: readonly string[]): readonly Completion[] {
  const { make, context } = asking;
  const [header = '', second = ''] = headers;
  const words = wordsOf(header);
  const form = formOfWords(words);
  const inside = siblings(asking);
  const { lead } = context;
  const isBranch = /^on\b/.test(lead);
  const said = isBranch ? saidOfBranch(lead) : '';
  if (said === undefined) return [];
  if (said !== '') return OPERATORS.test(said) ? [] : leadingItems(asking);
  if (form === undefined) {
    if ((lead.trim() !== '' && !isBranch) || headers.length > 1 || !['match', 'split'].includes(words[0] ?? ''))
      return [];
    const otherwise = make(isBranch ? 'default' : 'on default', {
      kind: 'branch',
      text: isBranch ? 'default' : 'on default -> ',
      documentation: () => 'Where everything leads that no other `on` takes.',
      rank: 1,
    });
    return [...(/\bdefault\b/.test(inside) ? [] : [otherwise]), ...caseItems(asking, form, words, inside)];
  }
  const isKey = (one: string) => new RegExp(`(?:^|[\\s,{])${one}\\s*[:{]`, 'u').test(inside);
  if (headers.length > 1) return keyItems(asking, form, words, /^[\p{L}_\d]*/u.exec(second)?.[0] ?? '', isKey);
  if (/(?:^|\s)param$/.test(lead.trim())) return paramItems(asking);
  const key = /^([\p{L}_][\p{L}\p{N}_]*):/u.exec(lead)?.[1];
  if (key !== undefined) {
    const slot = slotsOf(form).find((one) => one.key === key);
    if (slot === undefined) {
      return form.rest === undefined
        ? []
        : unsaid(lead, [...attributeValueItems(asking, key), ...pathItems(asking, '')]);
    }
    return unsaid(lead, [
      ...codecItems(asking, slot.as, { documentation: parameterOf(form, slot.path), fact: factOf(form, slot.path) }),
      ...paramItems(asking, slot.as),
      ...(slot.as === 'text' || slot.as === 'phone' ? pathItems(asking, '') : []),
    ]);
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
  const parameters = slotsOf(form)
    .filter((slot) => factOf(form, slot.path)?.refused === undefined)
    .filter((slot) => slot.as === 'speeches' || !isKey(slot.key))
    .map((slot) => parameterItem(asking, form, slot));
  const own = form.rest?.path === 'Attributes' ? attributeItems(asking, isKey) : [];
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
    rank: factOf(form, path)?.required === 'yes' ? 1 : 2,
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

/** Keys of a map in the braces, where a declaration says which there are, and values for them. */
function keyItems(
  asking: Asking,
  form: Form,
  words: readonly string[],
  key: string,
  isKey: (key: string) => boolean,
): readonly Completion[] {
  const { make, context } = asking;
  const { name, type } = mapType(asking, form, words, key) ?? {};
  const fields = type?.is === 'object' ? (type.fields ?? {}) : {};
  const typed = /^([^\s:]+):/u.exec(context.lead)?.[1];
  if (typed !== undefined) {
    const texts = textsOf(Object.hasOwn(fields, typed) ? fields[typed] : undefined) ?? [];
    const documentation = () => `A value that \`${name ?? ''}\` takes as \`${typed}\`.`;
    return unsaid(context.lead, [
      ...texts.map((text) => make(JSON.stringify(text), { kind: 'value', documentation, rank: 0 })),
      ...pathItems(asking, ''),
    ]);
  }
  if (context.lead.trim() !== '') return [];
  if (name === undefined) return key === 'attributes' ? attributeItems(asking, isKey) : [];
  return Object.entries(fields)
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

/** Whose keys a map in the braces of a statement has: what a function, module or view takes, what the module around gives. */
function mapType(
  asking: Asking,
  form: Form,
  words: readonly string[],
  key: string,
): { readonly name: string; readonly type: Type | undefined } | undefined {
  if (form.phrase === 'return' && key === 'result') {
    const own = ownModule(asking);
    return own && { name: own.name, type: returnsOf(own) };
  }
  const taken = TAKEN.find((one) => one.phrase === form.phrase && one.key === key);
  if (taken === undefined) return undefined;
  const name = (words[form.phrase.split(' ').length] ?? '').replace(/^"|"$/g, '');
  const named = lookUp(asking.analysis.program, taken.kind, name);
  return named && { name, type: inputOf(named) };
}

const TAKEN = [
  { phrase: 'invoke lambda', key: 'with', kind: 'lambda' },
  { phrase: 'invoke module', key: 'with', kind: 'module' },
  { phrase: 'show view', key: 'data', kind: 'view' },
] as const;

/** Behind these comes what is compared with. */
const OPERATORS = /^(?:[<>]=?|==|!=|starts_with|ends_with|contains)$/;

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
