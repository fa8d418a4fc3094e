import { describe, expect, test } from 'vitest';
import type { Inventory, Listed } from '../../src/connect/types.ts';
import * as ide from '../../src/ide/index.ts';
import type { CanonicalKind } from '../../src/entities/types.ts';
import { applyEdits } from '../../src/text/text.ts';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { corpusTexts } from './fuzz.ts';

const INSTANCE = 'arn:aws:connect:us-west-2:000000000000:instance/i';

function listed(kind: CanonicalKind, name: string, id: string): Listed {
  const arn =
    kind === 'lambda' ? `arn:aws:lambda:us-west-2:000000000000:function:${name}` : `${INSTANCE}/${kind}/${id}`;
  return { kind, name, id, arn };
}

const THINGS = [
  listed('lambda', 'lookup-live', 'lookup-live'),
  listed('prompt', 'Welcome.wav', 'p1'),
  listed('queue', 'Sales', 'q1'),
  listed('queue', 'Vertrieb Süd', 'q2'),
  listed('queue', 'Twice', 'q3'),
  listed('queue', 'Twice', 'q4'),
];
const inventory: Inventory = {
  instance: {
    id: 'i',
    arn: INSTANCE,
    alias: 'x',
    partition: 'aws',
    region: 'us-west-2',
    account: '000000000000',
  },
  things: THINGS,
  from: 'snapshot',
};

const arnOf = (name: string, n = 0) => THINGS.filter((one) => one.name === name)[n]?.arn ?? '';
const flow = (body: string, type = 'inbound flow') => `${type} A {\n${body}\n}\n`;

/** The text after the action whose title fits; `|` stands for the cursor. */
function acted(marked: string, title: RegExp, { with: withInventory = true } = {}): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const session = ide.createSession({ inventory: withInventory ? inventory : undefined });
  session.set('a.flow', text);
  const action = ide
    .actionsAt(session.analyse(), 'a.flow', { start: offset, end: offset })
    .find((one) => title.test(one.title));
  return action && applyEdits(text, action.edits[0]?.edits ?? []);
}

describe('a pinned ARN is bound by name', () => {
  const REST = '\ninbound flow A {\n  set queue Sales\n  disconnect\n}\n';
  test.each([
    ['its own', `existing queue Sa|les = "${arnOf('Sales')}"`, 'existing queue Sales'],
    ['another one', `existing queue S|ud = "${arnOf('Vertrieb Süd')}"`, 'existing queue Sud "Vertrieb Süd"'],
    ['not what was said', `existing queue S|ud "X" = "${arnOf('Sales')}"`, 'existing queue Sud "Sales"'],
    ['a function', `existing lambda L|ook = "${arnOf('lookup-live')}"`, 'existing lambda Look "lookup-live"'],
  ])('where its name is %s', (_, declaration, expected) => {
    expect(acted(declaration + REST, /^Bind/)).toBe(expected + REST);
  });

  test.each([
    ['that the environment does not know', `existing queue Sa|les = "${INSTANCE}/queue/other"`, true],
    ['without a snapshot', `existing queue Sa|les = "${arnOf('Sales')}"`, false],
    ['of a name that two things have', `existing queue T|wice = "${arnOf('Twice')}"`, true],
    ['of another kind', `existing prompt Sa|les = "${arnOf('Sales')}"`, true],
    ['that a param gives', `param Id text = "${arnOf('Sales')}"\nexisting queue Sa|les = Id`, true],
  ])('but none %s', (_, declaration, withInventory) => {
    expect(acted(declaration + REST, /^Bind/, { with: withInventory })).toBeUndefined();
  });

  test('in a statement, with a declaration', () => {
    const marked = flow(`  set queue "|${arnOf('Vertrieb Süd')}"\n  disconnect`);
    expect(acted(marked, /^Bind/)).toBe(
      `existing queue "Vertrieb Süd"\n\n${flow('  set queue "Vertrieb Süd"\n  disconnect')}`,
    );
    const spoken = flow(`  play prompt "|${arnOf('Welcome.wav')}"\n  disconnect`);
    expect(acted(spoken, /^Bind/)).toBe(
      `existing prompt "Welcome.wav"\n\n${flow('  play prompt "Welcome.wav"\n  disconnect')}`,
    );
  });

  test('in a statement, by the name that the project has', () => {
    const marked = flow(`  set queue "|${arnOf('Sales')}"\n  disconnect`);
    const pinned = `existing queue S = "${arnOf('Sales')}"\n`;
    expect(acted(pinned + marked, /^Bind/, { with: false })).toBe(pinned + flow('  set queue S\n  disconnect'));
    const byName = 'existing queue S "Sales"\n';
    expect(acted(byName + marked, /^Bind/)).toBe(byName + flow('  set queue S\n  disconnect'));
  });

  test('not in a text that is none', () => {
    expect(acted(flow(`  play "|${arnOf('Sales')}"\n  disconnect`), /^Bind/)).toBeUndefined();
    expect(acted(flow(`  set attributes { a: "|${arnOf('Sales')}" }\n  disconnect`), /^Bind/)).toBeUndefined();
  });
});

describe('a finding is suppressed', () => {
  test.each([
    [
      'above its statement',
      flow('  /// Hello.\n  play "TO|DO" { on error -> next }\n  disconnect'),
      flow(
        '  // flowc-ignore lint/placeholder-text: say why this is right here\n  /// Hello.\n  play "TODO" { on error -> next }\n  disconnect',
      ),
    ],
    [
      'above what begins the line',
      flow(
        '  menu "Press 1." {\n    on 1 { play "TO|DO" { on error -> next } }\n    on timeout, default, error -> next\n  }\n  disconnect',
      ),
      flow(
        '  menu "Press 1." {\n    // flowc-ignore lint/placeholder-text: say why this is right here\n    on 1 { play "TODO" { on error -> next } }\n    on timeout, default, error -> next\n  }\n  disconnect',
      ),
    ],
  ])('%s', (_, marked, expected) => {
    expect(acted(marked, /^Suppress .* here/)).toBe(expected);
  });

  test('in the whole file', () => {
    const marked = flow('  play "TO|DO" { on error -> next }\n  disconnect');
    expect(acted(marked, /^Suppress .* in this file/)).toBe(
      `// flowc-ignore-file lint/placeholder-text: say why this is right here\n${marked.replace('|', '')}`,
    );
  });

  test('but an error is not, nor what is said of such comments', () => {
    expect(acted(flow('  -> no|where'), /^Suppress/)).toBeUndefined();
    expect(acted(flow('  // flowc-ignore lint/no|-queue: x\n  disconnect'), /^Suppress/)).toBeUndefined();
  });

  test.skipIf(!corpusIsThere)(`in real flows${corpusIsThere ? '' : ` (${WHY_SKIPPED})`}`, () => {
    let suppressed = 0;
    for (const text of corpusTexts(6000).slice(0, 40)) {
      const session = ide.createSession();
      const told = (now: string) => {
        session.set('a.flow', now);
        return session.analyse().diagnostics.get('a.flow') ?? [];
      };
      const before = told(text);
      const analysis = session.analyse();
      for (const { code, place } of before) {
        const action = ide
          .actionsAt(analysis, 'a.flow', place.span)
          .find(({ title }) => title === `Suppress \`${code}\` here, with a reason`);
        if (action === undefined) continue;
        suppressed++;
        const after = told(applyEdits(text, action.edits[0]?.edits ?? []));
        const count = (all: typeof before) => all.filter((one) => one.code === code).length;
        expect(count(after)).toBeLessThan(count(before));
        expect(after.map((one) => one.code)).not.toContain('lint/unused-suppression');
      }
    }
    expect(suppressed).toBeGreaterThan(50);
  });
});
