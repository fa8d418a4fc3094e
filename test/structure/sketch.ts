/** Items in few words, one line a statement: what tests of structure compare. */
import type { Body, Branch, Condition, If, Item, Jump, Name, Pattern, Value } from '../../src/syntax/ast.ts';

const said = (value: Value): string =>
  value.kind === 'text' ? JSON.stringify(value.value) : 'text' in value ? value.text : '…';
const called = ({ text, quoted }: Name): string => (quoted ? JSON.stringify(text) : text);
const pattern = ({ operator, words }: Pattern): string =>
  [...(operator === undefined ? [] : [operator]), ...words.map(said)].join(' ');

function condition(test: Condition): string {
  if (test.kind === 'not') return `not ${condition(test.operand)}`;
  if (test.kind !== 'test') return test.kind;
  return [
    ...test.words.map(said),
    ...(test.operator === undefined ? [] : [test.operator, ...test.right.map(said)]),
  ].join(' ');
}

/** The lines of a body, set in by two blanks a level. */
export function sketch(items: readonly Item[]): string[] {
  return items.flatMap(lines);
}

function lines(item: Item): string[] {
  switch (item.kind) {
    case 'jump':
      return [arrow(item)];
    case 'branch':
      return branch(item);
    case 'step':
      return braces(`step ${called(item.name)}`, item.body);
    case 'repeat':
      return braces(`${label(item.label)}repeat ${item.words.map(said).join(' ')}`, item.body);
    case 'if':
      return choice(item);
    case 'statement': {
      const head = `${label(item.label)}${item.words.map(said).join(' ')}`;
      const entries = item.block?.entries ?? [];
      return [head, ...entries.flatMap((e) => (e.kind === 'branch' ? branch(e) : [e.kind])).map((line) => `  ${line}`)];
    }
  }
}

const label = (name: Name | undefined): string => (name === undefined ? '' : `${called(name)}: `);
const arrow = ({ target }: Jump): string => `-> ${called(target)}`;
const braces = (head: string, body: Body): string[] => [
  `${head} {`,
  ...sketch(body.items).map((line) => `  ${line}`),
  '}',
];

function branch({ patterns, target }: Branch): string[] {
  const head = `on ${patterns.map(pattern).join(', ')}`;
  return target.kind === 'jump' ? [`${head} ${arrow(target)}`] : braces(head, target);
}

function choice(item: If): string[] {
  const head = `${label(item.label)}if ${condition(item.condition)}`;
  const yes = item.then.kind === 'jump' ? [`${head} ${arrow(item.then)}`] : braces(head, item.then);
  const { otherwise } = item;
  if (otherwise === undefined) return yes;
  const no =
    otherwise.kind === 'jump'
      ? [`else ${arrow(otherwise)}`]
      : otherwise.kind === 'if'
        ? choice(otherwise)
        : braces('else', otherwise);
  return [...yes, ...(otherwise.kind === 'if' ? [`else ${no[0] ?? ''}`, ...no.slice(1)] : no)];
}
