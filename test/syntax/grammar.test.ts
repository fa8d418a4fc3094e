import { readFileSync } from 'node:fs';
import { Lexer } from 'chevrotain';
import { describe, expect, test } from 'vitest';
import { ebnf } from '../../grammar/ebnf.ts';
import { FlowParser } from '../../grammar/parser.ts';
import { recordedParser } from '../../grammar/recorded.ts';
import { lexedTokens } from '../../grammar/tokens.ts';
import { withGroupBy } from './group-by.ts';

describe('the grammar', () => {
  test('is unambiguous with one token of lookahead, and the lexer has no unreachable token', () => {
    withGroupBy(() => {
      expect(recordedParser({ validated: true })).toBeInstanceOf(FlowParser);
      expect(new Lexer(lexedTokens, { ensureOptimizations: true }).lexerDefinitionErrors).toEqual([]);
    });
  });

  test('is small', () => {
    const rules = Object.keys(recordedParser().getGAstProductions());
    expect(rules.length).toBeLessThanOrEqual(20);
    expect(rules.join(' ')).not.toMatch(/play|menu|queue|lambda/);
  });

  test('is described by grammar/flow.ebnf (node scripts/generate-grammar.mjs writes it)', () => {
    expect(readFileSync('grammar/flow.ebnf', 'utf8')).toBe(ebnf());
  });
});
