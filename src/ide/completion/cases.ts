/** What `on` may say besides the branch words: keys of a menu, results of modules, intents, values that a path may have. */
import type { Form } from '../../catalogue/types.ts';
import { lookUp, type Named } from '../../check/program.ts';
import {
  attributeOf,
  attributeValues,
  botIntents,
  moduleBranches,
  textsOf,
  typeAt,
  viewActions,
} from '../../check/types.ts';
import { wholePath } from '../../graph/paths.ts';
import { rootOf } from '../../lint/facts/reads.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'];

/** How a case is written, and what is told beside it. */
interface Case {
  readonly text: string;
  readonly about: string;
}

/** Cases of a statement that no `on` of its braces (`inside`) has yet. `words`: the statement's own. */
export function caseItems(
  asking: Asking,
  form: Form | undefined,
  words: readonly string[],
  inside: string,
): readonly Completion[] {
  const isBranch = /^on\b/.test(asking.context.lead);
  return casesOf(asking, form, words, inside)
    .filter(({ text }) => !isHandled(text, inside + asking.context.lead))
    .map(({ text, about }) =>
      asking.make(isBranch ? text : `on ${text}`, {
        kind: 'branch',
        text: isBranch ? text : `on ${text} -> `,
        detail: about,
        documentation: () => `**on ${text}**: ${about}`,
        rank: 2,
      }),
    );
}

function casesOf(asking: Asking, form: Form | undefined, words: readonly string[], inside: string): readonly Case[] {
  if (form === undefined) {
    const [verb, path = ''] = words;
    if (verb === 'split') return restOfSplit(inside);
    if (verb !== 'match') return [];
    return quoted(valuesOf(asking, path) ?? [], `a value that \`${path}\` may have`);
  }
  if (form.cases === 'keys') return KEYS.map((text) => ({ text, about: `the key ${text}` }));
  if (form.cases !== 'names') return [];
  const said = words[form.phrase.split(' ').length] ?? '';
  const name = said.startsWith('"') ? said.slice(1, -1) : said;
  const known = (kind: Named['kind'], of: (named: Named) => readonly string[] | undefined, about: string) => {
    const named = lookUp(asking.analysis.program, kind, name);
    return quoted((named && of(named)) ?? [], `${about} ${name}`);
  };
  switch (form.phrase) {
    case 'invoke module':
      return known('module', moduleBranches, 'a result of');
    case 'bot':
      return known('bot', botIntents, 'an intent of');
    case 'show view':
      return known('view', viewActions, 'an action of');
    default:
      return [];
  }
}

/** What is left of a hundred, which `default` would take otherwise. */
function restOfSplit(inside: string): readonly Case[] {
  const given = [...inside.matchAll(/\b(\d+)%/g)].reduce((sum, [, share]) => sum + Number(share), 0);
  const rest = given === 0 ? 50 : 100 - given;
  return rest <= 0 ? [] : [{ text: `${rest}%`, about: 'a share of the contacts' }];
}

function quoted(values: readonly string[], about: string): readonly Case[] {
  return values.map((value) => ({ text: JSON.stringify(value), about }));
}

function isHandled(text: string, inside: string): boolean {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\bon|,)[ \\t]+(?:[^\\n{}>]*,[ \\t]*)?${literal}(?![\\w"])`, 'u').test(inside);
}

/** The texts that a path may hold here, where declarations or Connect say it. */
export function valuesOf(asking: Asking, path: string): readonly string[] | undefined {
  const segments = wholePath(path)?.segments;
  const root = segments && rootOf(segments);
  if (segments === undefined || root === undefined) return undefined;
  if (root.values !== undefined && segments.length === root.root.split('.').length) return root.values;
  if (root.root === 'External') {
    const found = (asking.here()?.answers ?? []).map(({ type }) => typeAt(type, segments.slice(1)));
    return [...new Set(found.flatMap((type) => (type === 'none' ? [] : (textsOf(type) ?? []))))];
  }
  const [, key] = segments;
  if (root.root !== 'Attributes' || key === undefined || segments.length !== 2) return undefined;
  const named = attributeOf(asking.analysis.program, key);
  return named && attributeValues(named);
}
