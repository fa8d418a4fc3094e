/** `lint` in the project file. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { levelOf } from '../../src/lint/levels.ts';
import { lintProblems, rulesOf } from '../../src/workspace/lint.ts';
import { projectOf } from '../../src/workspace/project.ts';

function project(settings: unknown) {
  return projectOf({ path: 'flowc.json', text: JSON.stringify(settings, null, 2) }, '/home/me/centre');
}

function problems(settings: unknown): readonly string[] {
  const read = project(settings);
  return [...read.diagnostics, ...lintProblems(read)].map(
    ({ code, message, help, place }) =>
      `${code} at ${place.source.text.slice(place.span.start, place.span.end)}: ${message}${help === undefined ? '' : ` ${help}`}`,
  );
}

function levels(settings: unknown, path: string, cwd = '/home/me/centre') {
  const choose = rulesOf(project(settings), cwd);
  return (code: string) => {
    const rule = rules.find((each) => each.code === code);
    if (rule === undefined || choose === undefined) throw new Error(code);
    return levelOf(rule, choose({ path, text: '' }));
  };
}

describe('what is wrong with it', () => {
  it('is told at its place', () => {
    expect(problems({ lint: { rules: { 'lint/no-que': 'off' } } })).toEqual([
      'project/unknown-rule at "lint/no-que": There is no rule `lint/no-que`. Did you mean `lint/no-queue`?',
    ]);
    expect(problems({ lint: { rules: { 'service/missing-parameter': 'hint' } } })).toEqual([
      expect.stringContaining('project/fixed-rule at "service/missing-parameter":'),
    ]);
    expect(problems({ lint: { rules: { 'lint/no-queue': 'of' } } })).toEqual([
      expect.stringMatching(/^project\/setting-value at "of": `lint.rules.lint\/no-queue` wants "off", "hint"/),
    ]);
    expect(problems({ lint: { preset: 'all' } })).toEqual([
      'project/setting-value at "all": `lint.preset` wants "recommended" or "strict".',
    ]);
    expect(
      problems({
        lint: {
          overrides: [
            { files: ['a'], rules: {} },
            { files: ['a'], rules: { 'lint/x': 'off' } },
          ],
        },
      }),
    ).toEqual([expect.stringContaining('project/unknown-rule at "lint/x"')]);
    expect(problems({ lint: { override: [] } })).toEqual([
      'project/unknown-setting at "override": `lint` has no setting `override`. Did you mean `overrides`?',
    ]);
  });

  it('is told of numbers', () => {
    const of = (setting: unknown) => problems({ lint: { rules: { 'lint/long-prompt': setting } } });
    expect(of({ level: 'warning', characters: 500 })).toEqual([]);
    expect(of({ character: 500 })).toEqual([
      'project/unknown-setting at "character": The rule `lint/long-prompt` has no setting `character`. Did you mean `characters`?',
    ]);
    expect(of({ characters: 0 })).toEqual([expect.stringMatching(/at 0: .* wants a whole number from \d+ to \d+\.$/)]);
    expect(of({ characters: 'many' })).toEqual([expect.stringMatching(/^project\/setting-value at/)]);
  });

  it('is nothing where nothing is wrong', () => {
    expect(problems({ lint: { preset: 'strict', rules: { 'lint/no-queue': 'error' }, overrides: [] } })).toEqual([]);
  });
});

describe('what it chooses', () => {
  it('is nothing without it', () => {
    expect(rulesOf(project({}), '/')).toBeUndefined();
    expect(rulesOf(undefined, '/')).toBeUndefined();
  });

  it('is a level for every file', () => {
    const level = levels({ lint: { rules: { 'lint/no-queue': 'error' } } }, 'flows/main.flow');
    expect(level('lint/no-queue')).toBe('error');
    expect(level('lint/unbounded-retry')).toBe('hint');
  });

  it('is a preset: hints become warnings', () => {
    const level = levels({ lint: { preset: 'strict', rules: { 'lint/retired': 'off' } } }, 'main.flow');
    expect(level('lint/unbounded-retry')).toBe('warning');
    expect(level('lint/retired')).toBe('off');
    expect(level('service/missing-parameter')).toBe('error');
  });

  it.each([
    ['legacy', 'legacy/old/main.flow', true],
    ['legacy/', 'legacy/main.flow', true],
    ['./legacy', 'legacy/main.flow', true],
    ['legacy', 'legacy2/main.flow', false],
    ['legacy', 'main/legacy/main.flow', false],
    ['legacy/main.flow', 'legacy/main.flow', true],
    ['*.flow', 'main.flow', true],
    ['*.flow', 'legacy/main.flow', false],
    ['**/*.flow', 'main.flow', true],
    ['**/old-*.flow', 'a/b/old-1.flow', true],
    ['**/old-?.flow', 'a/b/old-12.flow', false],
    ['legacy/**', 'legacy/a/b.flow', true],
    ['a+(b)/*', 'a+(b)/main.flow', true],
    ['.', 'anything.flow', true],
  ])('by folder: %s and %s', (files, path, fits) => {
    const lint = { overrides: [{ files: [files], rules: { 'lint/no-queue': 'off' } }] };
    expect(levels({ lint }, path)('lint/no-queue')).toBe(fits ? 'off' : 'warning');
  });

  it('is by folder wherever the command is called', () => {
    const lint = { overrides: [{ files: ['legacy'], rules: { 'lint/no-queue': 'off' } }] };
    expect(levels({ lint }, 'main.flow', '/home/me/centre/legacy')('lint/no-queue')).toBe('off');
    expect(levels({ lint }, '../main.flow', '/home/me/centre/legacy')('lint/no-queue')).toBe('warning');
  });

  it('is what the last of several overrides says', () => {
    const of = (level: string) => ({ files: ['.'], rules: { 'lint/no-queue': level } });
    expect(levels({ lint: { overrides: [of('off'), of('hint')] } }, 'main.flow')('lint/no-queue')).toBe('hint');
  });
});
