import { describe, expect, it } from 'vitest';
import { renderHuman } from '../../src/diagnostics/render/human.ts';
import { widthOf } from '../../src/diagnostics/render/visible.ts';
import { placeOf, problem, SAMPLES, source } from './samples.ts';

const plain = { colour: false, width: 80 };

function show(text: string, part: string, options = plain): string {
  return renderHuman(problem(placeOf(source(text), part), { message: 'wrong' }), options);
}

/** Display columns at which the underline of the first excerpt begins and ends, and those of the text `part`. */
function aligned(text: string, part: string): { underline: [number, number]; text: [number, number] } {
  const [, , , line = '', marks = ''] = show(text, part).split('\n');
  const from = widthOf(marks.slice(0, marks.indexOf('^')));
  const at = line.indexOf(part);
  const start = widthOf(line.slice(0, at));
  return {
    underline: [from, from + (marks.length - marks.indexOf('^'))],
    text: [start, start + widthOf(part)],
  };
}

describe('human', () => {
  it('says what, where and what to do', () => {
    expect(renderHuman(SAMPLES[0]!, plain)).toBe(
      [
        'error[check/unknown-name]: no queue is called `ProductSuport`',
        ' --> flows/main.flow:2:13',
        '  |',
        '2 |   set queue ProductSuport',
        '  |             ^^^^^^^^^^^^^',
        '  = help: did you mean `ProductSupport`?',
        '  = fix: replace by `ProductSupport` (`flowc check --fix` does it)',
        'note: `ProductSupport` is declared here',
        ' --> flows/entities.flow:1:16',
        '  |',
        '1 | existing queue ProductSupport',
        '  |                --------------',
      ].join('\n'),
    );
  });

  it('colours the head by severity, and only where colour is wanted', () => {
    const coloured = SAMPLES.map((sample) => renderHuman(sample, { colour: true, width: 80 }));
    expect(coloured.map((text) => text.slice(0, 7))).toEqual(['\u001b[1;31m', '\u001b[1;33m', '\u001b[1;36m']);
    expect(SAMPLES.some((sample) => renderHuman(sample, plain).includes('\u001b'))).toBe(false);
    // Taking the colours out again leaves the same text.
    expect(coloured.map((text) => text.replace(/\u001b\[[\d;]*m/g, ''))).toEqual(
      SAMPLES.map((sample) => renderHuman(sample, plain)),
    );
  });

  it.each([
    ['plain text', 'play Hello there', 'there'],
    ['wide characters before the span', 'play "お問い合わせ" Wrong', 'Wrong'],
    ['wide characters in the span', 'set queue 製品サポート { }', '製品サポート'],
    ['halfwidth kana', 'set queue ｻﾎﾟｰﾄ Wrong', 'Wrong'],
    ['combining marks', 'play "e\u0301a\u0300が" Wrong', 'Wrong'],
    ['emoji', 'play "👋🏽 ok" Wrong', 'Wrong'],
    ['Hangul in jamo', 'play "\u1112\u1161\u11ab" Wrong', 'Wrong'],
    ['characters outside the basic plane', 'play "𠮷野家" Wrong', 'Wrong'],
  ])('aligns the underline: %s', (_name, text, part) => {
    const columns = aligned(text, part);
    expect(columns.underline).toEqual(columns.text);
  });

  it('shows tabs as four columns', () => {
    expect(show('\tset\tqueue', 'queue').split('\n').slice(3, 5)).toEqual([
      '1 |     set    queue',
      '  |            ^^^^^',
    ]);
  });

  it('marks a place between characters with one sign', () => {
    const file = source('set queue\n');
    const at = problem({ source: file, span: { start: 9, end: 9 } });
    expect(renderHuman(at, plain).split('\n').slice(3, 5)).toEqual(['1 | set queue', '  |          ^']);
  });

  it('copes with spans at, over and beyond the end of the text', () => {
    for (const span of [
      { start: 9, end: 10 },
      { start: 10, end: 10 },
      { start: 50, end: 99 },
      { start: 4, end: 2 },
    ]) {
      expect(renderHuman(problem({ source: source('set queue\n'), span }), plain)).toContain('^');
    }
  });

  it('shows the first and the last line of a long span', () => {
    const text = 'play (\n  "one"\n  "two"\n  "three"\n  "four"\n)\n';
    expect(show(text, text.slice(5, -1)).split('\n').slice(2)).toEqual([
      '  |',
      '1 | play (',
      '  |      ^',
      '2 |   "one"',
      '  |   ^^^^^',
      '3 |   "two"',
      '  |   ^^^^^',
      '...',
      '6 | )',
      '  | ^',
    ]);
  });

  it.each([[0], [3], [500], [2990], [2999]])('cuts a long line around the span at %i', (at) => {
    const text = `${'お'.repeat(at)}X${'a'.repeat(3000 - at)}`;
    const lines = show(text, 'X', { colour: false, width: 60 }).split('\n');
    const [line = '', marks = ''] = lines.slice(3, 5);
    expect(widthOf(line)).toBeLessThanOrEqual(60);
    expect(widthOf(marks)).toBeLessThanOrEqual(60);
    expect(widthOf(line.slice(0, line.indexOf('X')))).toBe(marks.indexOf('^'));
  });

  it('cuts a span that is wider than the terminal', () => {
    const lines = show(`a ${'x'.repeat(500)} b`, 'x'.repeat(500), { colour: false, width: 60 }).split('\n');
    expect(Math.max(...lines.slice(3).map(widthOf))).toBeLessThanOrEqual(60);
    expect(lines[3]).toMatch(/x…$/);
  });

  it('shows the place in a megabyte in one line', () => {
    const text = `${'x'.repeat(500_000)}Y${'x'.repeat(500_000)}`;
    const shown = show(text, 'Y');
    expect(shown).toContain('Y');
    expect(shown.length).toBeLessThan(2_000);
  });

  it('keeps the file and line in one line about a file as a whole', () => {
    const diagnostic = problem(
      { source: source('', 'gone.flow'), span: { start: 0, end: 0 } },
      { code: 'project/not-found', message: 'There is no such file.', help: 'Check the path.' },
    );
    expect(renderHuman(diagnostic, plain)).toBe(
      'error[project/not-found]: gone.flow: There is no such file. Check the path.',
    );
  });

  it('lets no control character, escape sequence or bidirectional override through', () => {
    const nasty = 'a\u001b[31mb\u202ec\u0000d\u2066e\u0007f\u009bg\ufeffh\u2028i\ud800';
    const file = source(`play "${nasty}" X`, `dir\u001b[2J/x.flow`);
    const text = renderHuman(
      problem(placeOf(file, 'X'), {
        message: `no ${nasty}\nsecond line`,
        help: nasty,
        related: [{ place: placeOf(file, 'play'), message: nasty }],
        fixes: [{ title: nasty, safe: false, edits: [] }],
      }),
      plain,
    );
    expect(text.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\ufeff]/);
    expect(text).toContain('a\\u{1b}[31mb\\u{202e}c\\0d\\u{2066}e');
    expect(text).toContain('\\nsecond line');
    const [line = '', marks = ''] = text.split('\n').slice(3, 5);
    expect(line.indexOf('X')).toBe(marks.indexOf('^'));
  });
});
