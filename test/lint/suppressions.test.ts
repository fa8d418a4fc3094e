import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { RECOMMENDED, type Level, type RuleChoice } from '../../src/lint/levels.ts';
import { format } from '../../src/syntax/format.ts';
import { applyEdits } from '../../src/text/text.ts';

const NO_QUEUE = 'lint/no-queue';

function check(text: string, choice?: RuleChoice) {
  const rules = choice === undefined ? undefined : () => choice;
  return compile([{ path: 'main.flow', text }], { rules }).diagnostics;
}
const codes = (text: string, choice?: RuleChoice) =>
  check(text, choice).map(({ code, severity }) => `${code} ${severity}`);
const withLevel = (code: string, level: Level): RuleChoice => ({ ...RECOMMENDED, levels: new Map([[code, level]]) });

const transfer = (above: string, behind = '', inside = '') => `inbound flow Main "Main" {
  on error -> disconnect
${above}  transfer to queue { ${inside}
    on at_capacity -> disconnect
  }${behind}
}
`;

describe('a comment', () => {
  it('is needed for the finding to go', () => {
    expect(codes(transfer(''))).toEqual([`${NO_QUEUE} hint`]);
  });

  it.each([
    ['above', transfer(`  // flowc-ignore ${NO_QUEUE}: the caller brings one\n`)],
    ['above, one of several', transfer(`  // note\n  // flowc-ignore ${NO_QUEUE}: the caller brings one\n  // note\n`)],
    ['above, with stars', transfer(`  /* flowc-ignore ${NO_QUEUE}: the caller brings one */\n`)],
    ['behind', transfer('', ` // flowc-ignore ${NO_QUEUE}: the caller brings one`)],
    ['behind the brace', transfer('', '', `// flowc-ignore ${NO_QUEUE}: the caller brings one`)],
    ['above the flow', `// flowc-ignore ${NO_QUEUE}: the caller brings one\n${transfer('')}`],
    ['for the file, at its end', `${transfer('')}// flowc-ignore-file ${NO_QUEUE}: the caller brings one\n`],
  ])('suppresses %s, and still does when formatted', (_, text) => {
    expect(codes(text)).toEqual([]);
    const formatted = format({ path: 'main.flow', text }).text ?? '';
    expect(codes(formatted)).toEqual([]);
  });

  it('is told where it suppresses nothing, and its fix removes it', () => {
    const text = transfer('  set logging on // flowc-ignore lint/no-queue: why\n');
    const found = check(text);
    expect(found.map(({ code }) => code)).toEqual(['lint/unused-suppression', NO_QUEUE]);
    expect(applyEdits(text, found[0]?.fixes?.[0]?.edits ?? [])).toBe(transfer('  set logging on\n'));
  });

  it('is not called unused while an error keeps its rule silent', () => {
    const text = transfer(`  // flowc-ignore ${NO_QUEUE}: the caller brings one\n`, '\n  pley "Hello."');
    expect(codes(text)).toEqual(['check/unknown-statement error']);
  });

  it('loses the one code of several that is for nothing', () => {
    const text = transfer(`  // flowc-ignore lint/retired, ${NO_QUEUE}: why\n`);
    const [unused] = check(text);
    expect(unused?.code).toBe('lint/unused-suppression');
    expect(applyEdits(text, unused?.fixes?.[0]?.edits ?? [])).toBe(transfer(`  // flowc-ignore ${NO_QUEUE}: why\n`));
  });

  it('is not unused where its rule is off', () => {
    const text = transfer('  // flowc-ignore lint/retired: why\n').replace(
      'transfer to queue',
      'set logging on\n  transfer to queue',
    );
    expect(codes(text, withLevel('lint/retired', 'off'))).toEqual([`${NO_QUEUE} hint`]);
  });

  it.each([
    ['no reason', `// flowc-ignore ${NO_QUEUE}`],
    ['an empty reason', `// flowc-ignore ${NO_QUEUE}:  `],
    ['no codes', '// flowc-ignore: it is right'],
    ['an empty reason between stars', `/* flowc-ignore ${NO_QUEUE}: */`],
  ])('with %s suppresses nothing', (_, comment) => {
    expect(codes(transfer(`  ${comment}\n`))).toEqual(['lint/suppression-without-reason warning', `${NO_QUEUE} hint`]);
  });

  it('that only speaks of flowc-ignore is a comment', () => {
    expect(codes(transfer('  // see flowc-ignore in the manual\n  // flowc-ignored: no\n'))).toEqual([
      `${NO_QUEUE} hint`,
    ]);
  });

  it('does not suppress errors', () => {
    const text = `// flowc-ignore-file check/unknown-target: later\ninbound flow Main "Main" {\n  -> nowhere\n}\n`;
    expect(codes(text)).toEqual(['lint/error-suppressed warning', 'check/unknown-target error']);
  });

  it('suppresses what a project made an error of', () => {
    const choice = withLevel('lint/unreachable-block', 'error');
    const dead = (comment: string) =>
      `inbound flow Main "Main" {\n  disconnect\n${comment}  step old {\n    disconnect\n  }\n}\n`;
    expect(codes(dead(''), choice)).toContain('lint/unreachable-block error');
    expect(codes(dead('  // flowc-ignore lint/unreachable-block: next year\n'), choice)).toEqual([]);
  });
});

describe('a level', () => {
  const text = transfer('');
  it.each([
    ['off', []],
    ['hint', [`${NO_QUEUE} hint`]],
    // The rule is less sure here than its own warning, and stays so.
    ['warning', [`${NO_QUEUE} hint`]],
    ['error', [`${NO_QUEUE} hint`]],
  ] as const)('of %s', (level, expected) => {
    expect(codes(text, withLevel(NO_QUEUE, level))).toEqual(expected);
  });

  it('does not touch errors', () => {
    const broken = 'inbound flow Main "Main" {\n  -> nowhere\n}\n';
    expect(codes(broken, withLevel('check/unknown-target', 'off'))).toEqual(['check/unknown-target error']);
  });
});
