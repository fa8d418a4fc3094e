import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { runSample } from './run-sample.ts';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('reports its bad example', () => {
    const found = runSample(rule.bad()).filter((diagnostic) => diagnostic.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.severity).toBe(rule.severity);
  });

  it('is silent about its good example', () => {
    expect(runSample(rule.good()).filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });

  it('has examples in which nothing else is wrong', () => {
    const errors = (sample: typeof rule.bad) =>
      runSample(sample()).filter((diagnostic) => diagnostic.severity === 'error' && diagnostic.code !== code);
    expect(errors(rule.bad)).toEqual([]);
    expect(errors(rule.good)).toEqual([]);
  });

  it('is described', () => {
    expect(code).toMatch(/^(service|lint)\/[a-z]+(-[a-z]+)*$/);
    expect(rule.summary).toMatch(/^[A-Z].*\.$/s);
    expect(rule.docs.trim().length).toBeGreaterThan(80);
    // Advice says where it is known from; what Connect refuses, Connect says.
    if (code.startsWith('lint/')) expect(rule.docs).toMatch(/\nSource: https?:\/\/\S+/);
    for (const { message, help } of runSample(rule.bad())) {
      expect(message).toMatch(/[.!?]$/);
      expect(`${message}${help ?? ''}`).not.toMatch(/undefined|\[object| {2}/);
    }
  });
});

it('gives each code once', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

it('says what the golden file says', async () => {
  const lines = rules.flatMap((rule) => [
    `## ${rule.code} (${rule.severity})`,
    '',
    rule.summary,
    '',
    ...runSample(rule.bad())
      .filter(({ code }) => code === rule.code)
      .map(({ message, help }) => `- ${message}${help === undefined ? '' : ` ${help}`}`),
    '',
  ]);
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/messages.md');
});
