/** Remedies of rules: each can be applied, leaves a flow that compiles, and the finding is gone; the safe ones by `--fix`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { knownCodes } from '../../src/lint/codes.ts';
import { RECOMMENDED, type RuleChoice } from '../../src/lint/levels.ts';
import { applyEdits } from '../../src/text/text.ts';
import { flowc } from '../cli/harness.ts';
import { fixtures } from '../diagnostics/fixture.ts';
import { folder } from '../workspace/folder.ts';

const all = fixtures().filter(({ code, kind }) => code.startsWith('lint/') && kind !== 'run');

/** With the rule on, also where only the strict preset has it. */
function check(kind: string, text: string, code: string): readonly Diagnostic[] {
  const levels = new Map([[code, knownCodes().get(code)?.severity ?? 'hint']] as const);
  const choice: RuleChoice = { ...RECOMMENDED, levels };
  if (kind === 'json') return checkJson({ path: 'main.json', text }, choice);
  return compile([{ path: 'main.flow', text }], { rules: () => choice }).diagnostics;
}

const remedies = all.flatMap(({ code, kind, text }) =>
  check(kind, text, code)
    .filter((diagnostic) => diagnostic.code === code)
    .flatMap(({ place, fixes = [] }) => fixes.map((fix) => ({ code, kind, text, at: place.span.start, fix }))),
);

/** Rules whose remedy is mechanical, and whether it is safe: nobody who calls meets a difference. */
const MECHANICAL: Readonly<Record<string, 'safe' | 'to be looked at'>> = {
  'lint/attribute-never-set': 'to be looked at',
  'lint/bot-language': 'to be looked at',
  'lint/callback-retry-soon': 'to be looked at',
  'lint/doubled-path': 'to be looked at',
  'lint/impossible-value': 'to be looked at',
  'lint/key-not-declared': 'to be looked at',
  'lint/lambda-timeout': 'safe',
  'lint/logging-left-off': 'safe',
  'lint/logging-sensitive-input': 'safe',
  'lint/loop-prompts-interrupt': 'to be looked at',
  'lint/many-rounds': 'to be looked at',
  'lint/menu-timeout-short': 'to be looked at',
  'lint/no-logging': 'to be looked at',
  'lint/padded-value': 'to be looked at',
  'lint/path-in-braces': 'to be looked at',
  'lint/pinned-arn': 'to be looked at',
  'lint/said-twice': 'to be looked at',
  'lint/ssml-break-too-long': 'to be looked at',
  'lint/ssml-in-text': 'to be looked at',
  'lint/text-for-path': 'to be looked at',
  'lint/unknown-answer': 'to be looked at',
  'lint/unknown-namespace': 'to be looked at',
  'lint/unknown-suppression': 'to be looked at',
  'lint/unused-suppression': 'safe',
  'lint/voice-engine': 'to be looked at',
};

describe('mechanical remedies', () => {
  it('are those of these rules', () => {
    const found = remedies.map(({ code, fix }) => [code, fix.safe ? 'safe' : 'to be looked at']);
    expect(Object.fromEntries(found)).toEqual(MECHANICAL);
  });

  it.each(remedies)('$code: $fix.title', ({ code, kind, text, at, fix }) => {
    const fixed = applyEdits(text, fix.edits);
    const again = check(kind, fixed, code);
    expect(again.filter(({ severity }) => severity === 'error')).toEqual([]);
    const moved = fix.edits.reduce((sum, { span, newText }) => {
      return span.end <= at ? sum + newText.length - (span.end - span.start) : sum;
    }, 0);
    expect(again.filter((other) => other.code === code && other.place.span.start === at + moved)).toEqual([]);
  });
});

describe('check --fix', () => {
  const safe = remedies.filter(({ fix, kind }) => fix.safe && kind === 'flow');

  it.each(safe)('applies that of $code', async ({ code, text }) => {
    const rules = { [code]: 'warning' };
    const cwd = folder({ 'flowc.json': JSON.stringify({ lint: { rules } }), 'main.flow': text });
    const { code: exit, out } = await flowc(cwd, ['check', '--fix', '--max-warnings', '0', '--only', code]);
    expect([exit, out]).toEqual([0, 'main.flow\n']);
    const fixed = readFileSync(join(cwd, 'main.flow'), 'utf8');
    const left = check('flow', fixed, code);
    expect(left.filter((one) => one.code === code || one.severity === 'error')).toEqual([]);
    expect((await flowc(cwd, ['fmt', '--check', 'main.flow'])).code).toBe(0);
  });
});

it('check --fix keeps the byte order mark of a file', async () => {
  const text = `inbound flow Main {\n  // flowc-ignore lint/no-queue: not so\n  play "Hello."\n  -> disconnect\n}\n`;
  const cwd = folder({ 'main.flow': `\ufeff${text}` });
  expect((await flowc(cwd, ['check', '--fix'])).out).toBe('main.flow\n');
  expect(readFileSync(join(cwd, 'main.flow'), 'utf8')).toBe(`\ufeff${text.replace(/ +\/\/.*\n/, '')}`);
});

describe('check --fix of flow JSON', () => {
  it('changes the value and nothing else', async () => {
    const text = JSON.stringify(lambdaFlow('15'), undefined, 2);
    const cwd = folder({ 'flow.json': text });
    const { code, out } = await flowc(cwd, [
      'check',
      '--fix',
      '--max-warnings',
      '0',
      '--only',
      'lint/lambda-timeout',
      '.',
    ]);
    expect([code, out]).toEqual([0, 'flow.json\n']);
    expect(readFileSync(join(cwd, 'flow.json'), 'utf8')).toBe(text.replace('"15"', '"8"'));
  });
});

function lambdaFlow(seconds: string): object {
  return {
    Version: '2019-10-30',
    StartAction: 'a',
    Actions: [
      {
        Identifier: 'a',
        Type: 'InvokeLambdaFunction',
        Parameters: { LambdaFunctionARN: '$.Attributes.f', InvocationTimeLimitSeconds: seconds },
        Transitions: { NextAction: 'b', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'b' }] },
      },
      { Identifier: 'b', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  };
}

describe('remedies of statements', () => {
  const fixed = (code: string, text: string, kind = 'flow') => {
    const fixes = check(kind, text, code).find((diagnostic) => diagnostic.code === code)?.fixes ?? [];
    return fixes.map(({ edits }) => applyEdits(text, edits));
  };
  const PAYMENT = (middle: string) =>
    `inbound flow Main {\n  on error -> disconnect\n  set logging on\n${middle}  disconnect\n}\n`;
  const SENSITIVE = 'lint/logging-sensitive-input';

  it('keep comments with their statement', () => {
    const ask = '  // Asked twice a day.\n  ask "Your PIN, please." { max_digits: 4 } // four\n';
    expect(fixed(SENSITIVE, PAYMENT(ask))).toEqual([PAYMENT(`  set logging off\n${ask}  set logging on\n`)]);
  });

  it('stay on the line of statements that share it', () => {
    const ask = (inner: string) => PAYMENT(`  if $.Attributes.a == "b" { ${inner} }\n`);
    const input = 'ask "Your PIN, please." { max_digits: 4 }';
    expect(fixed(SENSITIVE, ask(input))).toEqual([ask(`set logging off, ${input}, set logging on`)]);
  });

  it('are written with the line ends of the file', () => {
    const windows = (text: string) => PAYMENT(text).replaceAll('\n', '\r\n');
    const ask = '  ask "Your PIN, please." { max_digits: 4 }\n';
    expect(fixed(SENSITIVE, windows(ask))).toEqual([windows(`  set logging off\n${ask}  set logging on\n`)]);
  });

  it('are not offered where a jump would pass them by', () => {
    expect(fixed(SENSITIVE, PAYMENT('  again: ask "Your PIN, please." { max_digits: 4 }\n'))).toEqual([]);
  });

  it('do not leave a body empty', () => {
    const text = (inner: string) =>
      `inbound flow Main {\n  if $.Attributes.a == "b" {\n${inner}  }\n  menu "Press 1." { on 1, timeout, default, error -> next }\n  disconnect\n}\n`;
    expect(fixed('lint/said-twice', text('    play "Press 1."\n'))).toEqual([]);
    expect(fixed('lint/said-twice', text('    set logging on\n    play "Press 1."\n'))).toEqual([
      text('    set logging on\n'),
    ]);
  });

  it('add to braces that are there', () => {
    const text = (voice: string) =>
      `existing bot B "B:live"\ninbound flow Main {\n  on error -> disconnect\n  ${voice}\n  bot B "ご用件をどうぞ。" { on default -> next }\n  disconnect\n}\n`;
    expect(fixed('lint/bot-language', text('set voice Kazuha neural { on error -> next }'))).toEqual([
      text('set voice Kazuha neural { language: ja-JP, on error -> next }'),
    ]);
  });

  it('are there for flow JSON where a value is wrong', () => {
    const json = (seconds: string) => JSON.stringify(lambdaFlow(seconds));
    expect(fixed('lint/lambda-timeout', json('15'), 'json')).toEqual([json('8')]);
  });

  it('correct a key that a declaration has nearly', () => {
    const text = (key: string) =>
      `lambda Find { returns { name: text } }\ninbound flow Main {\n  on error -> disconnect\n  invoke lambda Find { timeout: 4s }\n  play "Hello $.External.${key} !"\n  disconnect\n}\n`;
    expect(fixed('lint/external-not-returned', text('nme'))).toEqual([text('name')]);
  });
});
