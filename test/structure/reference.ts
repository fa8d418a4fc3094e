/**
 * A small lowering of its own, to hold structure recovery against: items back to edges, by the language's rules alone.
 * What a statement is, it looks up in the blocks that were given (`#id` as the last operand names the block).
 */
import type { RaisedBlock } from '../../src/constructs/types.ts';
import type { Body, Branch, Condition, If, Item, Jump, Name, Pattern, Repeat, Value } from '../../src/syntax/ast.ts';
import { isTargetWord } from '../../src/syntax/ast.ts';

export type Edges = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface LoweredItems {
  readonly start: string;
  /** By block id: branch → target id, `''` for nothing; absent where there is no such branch. */
  readonly edges: Edges;
  readonly labels: ReadonlyMap<string, string | undefined>;
  readonly problems: readonly string[];
}

/** Where control goes: resolved when everything has a place. */
type Later = () => string;

const NONE = '<none>';
const OFF = '<off>';

interface Default {
  readonly phrase: string | undefined;
  readonly word: string;
  readonly target: Name;
}

interface Scope {
  readonly outer: Scope | undefined;
  readonly defaults: readonly Default[];
  readonly steps: readonly string[];
  readonly loop: { readonly again: Later; readonly done: Later } | undefined;
  readonly bodies: readonly Body[];
}

export const valueText = (value: Value): string =>
  value.kind === 'text' ? value.value : 'text' in value ? value.text : `<${value.kind}>`;

export function patternKey({ operator, words }: Pattern): string {
  return [...(operator === undefined || operator === '==' ? [] : [operator]), ...words.map(valueText)].join(' ');
}

export function lowerItems(items: readonly Item[], blocks: readonly RaisedBlock[]): LoweredItems {
  const known = new Map(blocks.map((b) => [b.id, b]));
  const edges = new Map<string, Map<string, Later>>();
  const labels = new Map<string, string | undefined>();
  const places = new Map<string, { entry: Later | undefined; within: Body | undefined }>();
  const problems: string[] = [];

  const idOf = (words: readonly Value[]): string => {
    for (const word of words) {
      const found = /^(?:#|\$\.)(.*)$/.exec(valueText(word))?.[1];
      if (found !== undefined && known.has(found)) return found;
    }
    problems.push(`no block in ${words.map(valueText).join(' ')}`);
    return '?';
  };
  const open = (id: string, label: Name | undefined): Map<string, Later> => {
    if (edges.has(id)) problems.push(`${id} stands twice`);
    const own = new Map<string, Later>();
    edges.set(id, own);
    labels.set(id, label?.text);
    return own;
  };
  const declare = (name: Name | undefined, within: Body | undefined) => {
    if (name === undefined) return;
    if (isTargetWord(name)) problems.push(`reserved ${name.text}`);
    if (places.has(name.text)) problems.push(`${name.text} is declared twice`);
    places.set(name.text, { entry: undefined, within });
  };
  const collect = (list: readonly Item[], within: Body | undefined, step?: Name) => {
    const first = step === undefined ? undefined : list.find((item) => item.kind !== 'branch');
    for (const item of list) {
      // The first statement of a step may be called as the step is.
      if (item === first && 'label' in item && item.label?.text === step?.text) {
        collect([{ ...item, label: undefined }], within);
        continue;
      }
      if (item.kind === 'step') {
        if (within !== undefined) problems.push('a step within braces');
        declare(item.name, undefined);
        collect(item.body.items, undefined, item.name);
      } else if (item.kind === 'statement') {
        declare(item.label, within);
        for (const e of item.block?.entries ?? []) if (e.kind === 'branch') collectTarget(e.target);
      } else if (item.kind === 'repeat') {
        declare(item.label, within);
        collect(item.body.items, item.body);
      } else if (item.kind === 'if') collectIf(item, within);
    }
  };
  const collectTarget = (target: Body | Jump | If | undefined) => {
    if (target?.kind === 'body') {
      if (target.items.length === 0) problems.push('an empty body');
      collect(target.items, target);
    }
    if (target?.kind === 'if') {
      if (target.label !== undefined) problems.push('a label behind else');
      collectIf(target, undefined);
    }
  };
  const collectIf = (item: If, within: Body | undefined) => {
    declare(item.label, within);
    collectTarget(item.then);
    collectTarget(item.otherwise);
  };

  const shared =
    (word: string): Later =>
    () =>
      `shared:${word}`;
  const target = (name: Name, scope: Scope, next: Later): Later => {
    if (!isTargetWord(name)) {
      const place = places.get(name.text);
      if (place === undefined) return () => `dangling:${name.text}`;
      if (place.within !== undefined && !scope.bodies.includes(place.within))
        problems.push(`a jump into a body: ${name.text}`);
      return () => place.entry?.() ?? OFF;
    }
    switch (name.text) {
      case 'next':
        return next;
      case 'none':
        return () => NONE;
      case 'nothing':
        return () => '';
      case 'break':
      case 'continue':
        if (scope.loop === undefined) problems.push(`${name.text} outside of a loop`);
        return (name.text === 'break' ? scope.loop?.done : scope.loop?.again) ?? (() => OFF);
      default:
        return shared(name.text);
    }
  };
  const side = (to: Body | Jump, scope: Scope, next: Later): Later =>
    to.kind === 'jump' ? target(to.target, scope, next) : lowerList(to.items, within(scope, to), next);
  const within = (scope: Scope, braces: Body): Scope => ({ ...scope, bodies: [...scope.bodies, braces] });

  const lowerBranches = (own: Map<string, Later>, branches: readonly Branch[], scope: Scope, next: Later) => {
    for (const { patterns, target: to } of branches) {
      const goal = side(to, scope, next);
      for (const each of patterns) {
        if (own.has(patternKey(each)) && patternKey(each) !== 'success') problems.push(`twice: ${patternKey(each)}`);
        own.set(patternKey(each), goal);
      }
    }
  };
  const fillDefaults = (own: Map<string, Later>, block: RaisedBlock, scope: Scope, next: Later) => {
    for (const { need, word, pattern } of block.branches) {
      if (need === 'written' || word === undefined || own.has(patternKey(pattern))) continue;
      const found = defaultOf(block, word, scope, next);
      if (found !== undefined) own.set(patternKey(pattern), found);
      else if (need === 'always') problems.push(`${block.id}: ${word} is not handled`);
    }
  };
  const defaultOf = (block: RaisedBlock, word: string, scope: Scope, next: Later): Later | undefined => {
    for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
      const fitting = at.defaults.filter((d) => d.word === word);
      const line = fitting.find((d) => d.phrase === block.phrase) ?? fitting.find((d) => d.phrase === undefined);
      if (line === undefined) continue;
      const isNext = isTargetWord(line.target) ? line.target.text === 'next' : scope.steps.includes(line.target.text);
      if (!isNext) return target(line.target, { ...scope, bodies: [] }, next);
      return block.kind === 'leave' ? undefined : next;
    }
    return undefined;
  };
  const lowerIf = (item: If, scope: Scope, next: Later): Later => {
    const yes = side(item.then, scope, next);
    const { otherwise } = item;
    const no =
      otherwise === undefined
        ? next
        : otherwise.kind === 'if'
          ? lowerIf(otherwise, scope, next)
          : side(otherwise, scope, next);
    return lowerTest(item.condition, item.label, yes, no);
  };
  const lowerTest = (test: Condition, label: Name | undefined, yes: Later, no: Later): Later => {
    if (test.kind === 'not') return lowerTest(test.operand, label, no, yes);
    if (test.kind !== 'test') return () => OFF;
    const id = idOf(test.words);
    const own = open(id, label);
    const operator = test.operator === '!=' ? '==' : test.operator;
    const words = test.operator === undefined ? test.words.slice(1) : test.right;
    own.set(patternKey({ kind: 'pattern', operator, words, span: test.span }), test.operator === '!=' ? no : yes);
    own.set('default', test.operator === '!=' ? yes : no);
    return () => id;
  };
  const lowerRepeat = (item: Repeat, scope: Scope, next: Later): Later => {
    const id = idOf(item.words);
    const own = open(id, item.label);
    const again = () => id;
    const branches = item.body.items.filter((i): i is Branch => i.kind === 'branch');
    const inside: Scope = { ...within(scope, item.body), outer: scope, defaults: [], loop: { again, done: next } };
    const rest = item.body.items.filter((i) => i.kind !== 'branch');
    if (rest.length === 0) problems.push('a repeat without a body');
    own.set('<body>', lowerList(rest, inside, again));
    lowerBranches(own, branches, scope, next);
    own.set('success', own.get('done') ?? next);
    return again;
  };
  const lowerItem = (item: Item, scope: Scope, next: Later): Later => {
    if (item.kind === 'jump') return target(item.target, scope, next);
    if (item.kind === 'if') return lowerIf(item, scope, next);
    if (item.kind === 'repeat') return lowerRepeat(item, scope, next);
    if (item.kind !== 'statement') return next;
    const id = idOf(item.words);
    const block = known.get(id);
    const own = open(id, item.label);
    if (block === undefined) return next;
    lowerBranches(
      own,
      (item.block?.entries ?? []).filter((e): e is Branch => e.kind === 'branch'),
      scope,
      next,
    );
    fillDefaults(own, block, scope, next);
    if ((block.kind === 'plain' || block.kind === 'check') && !own.has('success')) own.set('success', next);
    return () => id;
  };
  const lowerList = (list: readonly Item[], scope: Scope, follow: Later): Later => {
    const flowing = list.filter((i) => i.kind !== 'step' && i.kind !== 'branch' && !isNote(i));
    const entries: Later[] = [];
    flowing.forEach((item, i) => {
      const next: Later = i + 1 < flowing.length ? () => (entries[i + 1] as Later)() : follow;
      const label = item.kind === 'statement' || item.kind === 'if' || item.kind === 'repeat' ? item.label : undefined;
      const previous = flowing[i - 1];
      if (previous?.kind === 'jump' && label === undefined) problems.push('an item behind a jump');
      const entry = lowerItem(item, scope, next);
      entries.push(entry);
      if (label !== undefined) setEntry(label, entry);
    });
    return entries.length === 0 ? follow : () => (entries[0] as Later)();
  };
  const setEntry = (name: Name, entry: Later) => {
    const place = places.get(name.text);
    if (place !== undefined) place.entry ??= entry;
  };

  collect(items, undefined);
  const defaults = items
    .filter((i): i is Branch => i.kind === 'branch')
    .flatMap(({ patterns, target: to }) =>
      patterns.map(({ words }): Default => {
        const said = words.map(valueText);
        const phrase = said.length > 1 ? said.slice(0, -1).join(' ') : undefined;
        return { phrase, word: said[said.length - 1] ?? '', target: (to as Jump).target };
      }),
    );
  const root: Scope = { outer: undefined, defaults, steps: [], loop: undefined, bodies: [] };
  const start = lowerList(items, root, () => OFF);
  for (const item of items) {
    if (item.kind !== 'step') continue;
    const inside: Scope = { ...root, outer: root, defaults: [], steps: [item.name.text] };
    setEntry(
      item.name,
      lowerList(item.body.items, inside, () => OFF),
    );
  }
  const settled = [...edges].map(([id, own]) => {
    const kept = [...own].map(([key, to]) => [key, to()] as const).filter(([, to]) => to !== NONE);
    return [id, new Map(kept)] as const;
  });
  return { start: start(), edges: new Map(settled), labels, problems };
}

function isNote(item: Item): boolean {
  return item.kind === 'statement' && item.words[0]?.kind === 'word' && item.words[0].text === 'note';
}
