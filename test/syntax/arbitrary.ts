/** Random trees, as the decompiler could make them: without spans, and such that printing and parsing gives them back. */
import fc from 'fast-check';
import type {
  Block,
  Body,
  Branch,
  Clause,
  Condition,
  Declaration,
  Entity,
  Entry,
  Flow,
  If,
  Item,
  Jump,
  List,
  Literal,
  LiteralType,
  Name,
  Param,
  Pattern,
  SourceFile,
  Statement,
  Text,
  Value,
  Word,
} from '../../src/syntax/ast.ts';
import { TARGET_WORDS } from '../../src/syntax/ast.ts';
import { NOWHERE } from '../../src/text/text.ts';

type Arb<T> = fc.Arbitrary<T>;
const here = { span: NOWHERE };

const GRAMMAR_WORDS = ['on', 'if', 'else', 'and', 'or', 'not'];
const FIRST_WORDS = [...GRAMMAR_WORDS, 'step', 'repeat', 'flow', 'module', 'existing'];

const plainName: Arb<string> = fc.oneof(
  fc.stringMatching(/^[a-z][a-z_]{0,7}$/),
  fc.constantFrom(
    'play',
    'menu',
    'Queue_1',
    'ja-JP',
    'sfdc-RTT_flag__c',
    '問い合わせ',
    '顧客-2',
    'コール・センター',
    'é',
    'x9',
  ),
);

/** Any text at all: what people type, and what nobody should. */
const anyText: Arb<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      'Hello. How are you?',
      '営業時間は終了しました。またおかけください。',
      '${QueueArn}',
      '$.Attributes.n',
      'a "b" \\ c',
      'one\ntwo\n',
      '  x \n\n\ty """" ',
      '<speak>…</speak>',
      '\ud800',
      '{ -> // }',
    ),
  },
);

const quotedName: Arb<Name> = anyText.map((text) => ({
  kind: 'name',
  text: text.normalize('NFC'),
  quoted: true,
  ...here,
}));

function nameBesides(...excluded: readonly string[]): Arb<Name> {
  const bare = plainName
    .filter((text) => !excluded.includes(text))
    .map((text): Name => ({ kind: 'name', text, quoted: false, ...here }));
  return fc.oneof({ weight: 4, arbitrary: bare }, { weight: 1, arbitrary: quotedName });
}

export const arbitraryLabel: Arb<Name> = nameBesides(...TARGET_WORDS, 'if', 'else');
const declaredName: Arb<Name> = nameBesides('flow', 'if', 'else');
const keyName: Arb<Name> = fc.oneof(
  { weight: 5, arbitrary: nameBesides() },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('$.Attributes.tier', "$.External['a b']")
      .map((text): Name => ({ kind: 'name', text, quoted: false, ...here })),
  },
);
const targetName: Arb<Name> = fc.oneof(
  nameBesides(),
  fc.constantFrom(...TARGET_WORDS).map((text): Name => ({ kind: 'name', text, quoted: false, ...here })),
);

// -------------------------------------------------------------------------------------------------------------- values

const lineText: Arb<Text> = anyText.map((value) => ({ kind: 'text', value, form: 'line', ...here }));
export const arbitraryText: Arb<Text> = fc.oneof(
  { weight: 5, arbitrary: lineText },
  { weight: 1, arbitrary: anyText.map((value): Text => ({ kind: 'text', value, form: 'block', ...here })) },
  {
    weight: 1,
    arbitrary: fc.array(anyText, { minLength: 1, maxLength: 3 }).map((values): Text => {
      const parts = values.map((value): Text => ({ kind: 'text', value, form: 'line', ...here }));
      return { kind: 'text', value: values.join(''), form: 'lines', parts, ...here };
    }),
  },
);

const LITERALS: Readonly<Record<LiteralType, readonly string[]>> = {
  duration: ['5s', '10m', '2h', '3d', '250ms', '-60s', '+5m'],
  percent: ['30%', '0.5%', '100%'],
  date: ['2026-12-29'],
  dateTime: ['2026-12-29T09:00:00+09:00', '2026-12-29T09:00:00Z', '2026-12-29T09:00'],
  dateRange: ['2026-12-29..2027-01-03'],
  time: ['9:00', '09:30'],
  timeRange: ['09:00-18:00'],
  phone: ['+81501234XXXX', '+15550100000'],
};
const literal: Arb<Literal> = fc
  .constantFrom(...(Object.keys(LITERALS) as LiteralType[]))
  .chain((type) =>
    fc.constantFrom(...LITERALS[type]).map((text): Literal => ({ kind: 'literal', type, text, ...here })),
  );

const wordBesides = (excluded: readonly string[]): Arb<Word> =>
  plainName.filter((text) => !excluded.includes(text)).map((text) => ({ kind: 'word', text, ...here }));

const number: Arb<Value> = fc.oneof(
  fc
    .constantFrom('5', '-60', '+60', '4.0', '007', '1e21', '-1.5E-7')
    .map((text): Value => ({ kind: 'number', text, ...here })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n): Value => ({ kind: 'number', text: String(n), ...here })),
);
const path: Arb<Value> = fc
  .constantFrom('$.Attributes.tier', '$.External.a-b', "$.External['a b']", '$.Lex.Slots[0].x', '$.Attributes.顧客')
  .map((text) => ({ kind: 'path', text, ...here }));
const sign = (signs: readonly string[]): Arb<Value> =>
  fc.constantFrom(...signs).map((text) => ({ kind: 'sign', text, ...here }));

const leafBesides = (words: readonly string[]): Arb<Value> =>
  fc.oneof(wordBesides(words), lineText, path, number, literal);
const operandLeaf: Arb<Value> = fc.oneof(
  { weight: 6, arbitrary: leafBesides(['if', 'else']) },
  { weight: 1, arbitrary: arbitraryText },
  { weight: 1, arbitrary: sign(['|', '*', '#', '>', '<=', '==', '!=']) },
);

// ---------------------------------------------------------------------------------------------------------- conditions

const scalar = leafBesides(GRAMMAR_WORDS);
const test: Arb<Condition> = fc
  .record({
    kind: fc.constant('test' as const),
    words: fc.array(scalar, { minLength: 1, maxLength: 3 }),
    compared: fc.option(
      fc.record({
        operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>=' as const),
        right: fc.array(scalar, { minLength: 1, maxLength: 2 }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ kind, words, compared }) => ({
    kind,
    words,
    operator: compared?.operator as '==' | undefined,
    right: compared?.right ?? [],
    ...here,
  }));

export const arbitraryCondition: Arb<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    test,
    fc.record({ kind: fc.constant('not' as const), operand: tie('condition'), span: fc.constant(NOWHERE) }),
    fc.record({
      kind: fc.constant('and' as const),
      left: tie('condition'),
      right: tie('condition'),
      span: fc.constant(NOWHERE),
    }),
    fc.record({
      kind: fc.constant('or' as const),
      left: tie('condition'),
      right: tie('condition'),
      span: fc.constant(NOWHERE),
    }),
  ),
})).condition;

// ------------------------------------------------------------------------------------------------------ bodies, blocks

/** Lines without blanks at their ends, which no one would see. */
const doc: Arb<string | undefined> = fc.option(
  fc
    .array(
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((line) => line.replace(/[\r\n]/g, '').trimEnd()),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((lines) => lines.join('\n')),
  { nil: undefined, freq: 6 },
);
const jump: Arb<Jump> = targetName.map((target) => ({ kind: 'jump', target, ...here }));
const label: Arb<Name | undefined> = fc.option(arbitraryLabel, { nil: undefined, freq: 4 });

const pattern: Arb<Pattern> = fc.record({
  kind: fc.constant('pattern' as const),
  operator: fc.option(fc.constantFrom('>' as const, '==' as const, '<=' as const), { nil: undefined, freq: 4 }),
  words: fc.array(fc.oneof(leafBesides(['if', 'else', 'on']), sign(['*', '#', '|'])), { minLength: 1, maxLength: 2 }),
  span: fc.constant(NOWHERE),
});

/** A type and no interface: `letrec` wants an index signature. */
type Nodes = {
  body: Body;
  block: Block;
  value: Value;
  list: List;
  item: Item;
  entry: Entry;
  branch: Branch;
  if: If;
  target: Body | Jump;
};

function phraseOf(words: readonly Value[]): Value {
  return words.length === 1 ? (words[0] as Value) : { kind: 'phrase', words, ...here };
}

/** All recursion shares one depth, so that trees stay readable. */
const depth = fc.createDepthIdentifier();
const deep = { maxDepth: 3, depthSize: 'small', depthIdentifier: depth, withCrossShrink: true } as const;
const few = (maxLength: number, minLength = 0) => ({ minLength, maxLength, depthIdentifier: depth });

const nodes = fc.letrec<Nodes>((tie) => {
  const operands = fc.array(fc.oneof({ weight: 5, arbitrary: operandLeaf }, { weight: 1, arbitrary: tie('list') }), {
    ...few(3),
  });
  const maybe = { nil: undefined, freq: 2, maxDepth: 3, depthIdentifier: depth } as const;
  const block = fc.option(tie('block'), maybe);
  const statement: Arb<Statement> = fc
    .record({ label, first: wordBesides(FIRST_WORDS), rest: operands, block, doc })
    .map(({ first, rest, ...others }) => ({ kind: 'statement', words: [first, ...rest], ...others, ...here }));
  const elseTarget = fc.option(
    fc.oneof(
      tie('target'),
      tie('if').map((branch): If => ({ ...branch, label: undefined, doc: undefined })),
    ),
    maybe,
  );
  const clause: Arb<Clause> = fc
    .record({ first: fc.oneof(wordBesides(FIRST_WORDS), lineText), rest: operands, block })
    .map(({ first, rest, ...others }) => ({ kind: 'clause', words: [first, ...rest], ...others, ...here }));
  const param: Arb<Param> = fc
    .record({ key: keyName, value: tie('value') })
    .map(({ key, value }) => ({ kind: 'param', key, value, ...here }));
  return {
    body: fc.array(tie('item'), few(4, 1)).map((items): Body => ({ kind: 'body', items, ...here })),
    block: fc.array(tie('entry'), few(5)).map((entries): Block => ({ kind: 'block', entries, ...here })),
    list: fc
      .array(fc.array(fc.oneof(deep, operandLeaf, tie('list'), tie('block')), few(2, 1)), few(3))
      .map((items): List => ({ kind: 'list', items: items.map(phraseOf), ...here })),
    value: fc.oneof(
      deep,
      operandLeaf,
      fc.array(operandLeaf, { minLength: 2, maxLength: 3 }).map(phraseOf),
      tie('list'),
      tie('block'),
      fc.tuple(operandLeaf, tie('block')).map(phraseOf),
    ),
    branch: fc
      .record({ patterns: fc.array(pattern, { minLength: 1, maxLength: 3 }), target: tie('target') })
      .map(({ patterns, target }): Branch => ({ kind: 'branch', patterns, target, ...here })),
    target: fc.oneof(deep, jump, tie('body')),
    if: fc
      .record({ label, doc, condition: arbitraryCondition, then: tie('target'), otherwise: elseTarget })
      .map((parts): If => ({ kind: 'if', ...parts, ...here })),
    item: fc.oneof(
      deep,
      jump,
      statement,
      tie('branch'),
      tie('if'),
      fc
        .record({ name: arbitraryLabel, body: tie('body'), doc })
        .map((parts): Item => ({ kind: 'step', ...parts, ...here })),
      fc
        .record({ label, doc, words: operands, body: tie('body') })
        .map((parts): Item => ({ kind: 'repeat', ...parts, ...here })),
    ),
    entry: fc.oneof(deep, param, clause, tie('branch')),
  };
});

export const arbitraryValue: Arb<Value> = nodes.value;
export const arbitraryBlock: Arb<Block> = nodes.block;
export const arbitraryBody: Arb<Body> = nodes.body;

// -------------------------------------------------------------------------------------------------------- declarations

export const arbitraryFlow: Arb<Flow> = fc.record({
  kind: fc.constant('flow' as const),
  type: fc.option(fc.oneof(wordBesides(FIRST_WORDS), fc.constant<Word>({ kind: 'word', text: 'module', ...here })), {
    nil: undefined,
  }),
  name: declaredName,
  display: fc.option(lineText, { nil: undefined }),
  doc,
  body: fc.oneof(nodes.body, fc.constant<Body>({ kind: 'body', items: [], ...here })),
  span: fc.constant(NOWHERE),
});

export const arbitraryEntity: Arb<Entity> = fc.record({
  kind: fc.constant('entity' as const),
  existing: fc.boolean(),
  entityKind: wordBesides(FIRST_WORDS),
  name: declaredName,
  operands: fc.array(leafBesides([...FIRST_WORDS]), { maxLength: 2 }),
  pin: fc.option(leafBesides(GRAMMAR_WORDS), { nil: undefined }),
  block: fc.option(nodes.block, { nil: undefined }),
  target: fc.option(targetName, { nil: undefined, freq: 3 }),
  doc,
  span: fc.constant(NOWHERE),
});

export const arbitraryFile: Arb<SourceFile> = fc
  .array(fc.oneof<Arb<Declaration>[]>(arbitraryFlow, arbitraryEntity), { maxLength: 4 })
  .map((declarations) => ({ kind: 'file', declarations, comments: [], ...here }));

// ----------------------------------------------------------------------------------------------------------- comparing

/** A tree without its spans, and without the form in which its texts are written: what must survive printing. */
export function meaning(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(meaning);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'span' && key !== 'form' && key !== 'parts' && key !== 'comments')
      .map(([key, value]) => [key, meaning(value)]),
  );
}
