/** Semantic tokens: what words mean, which colours by pattern alone cannot know. */
import { chooseForm } from '../constructs/forms.ts';
import { isTargetWord, type Name, type Statement, type Value } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import { allNodes, type Node } from './locate.ts';
import { occurrences } from './occurrences.ts';
import type { Analysis } from './types.ts';

export const TOKEN_TYPES = [
  'keyword', 'function', 'class', 'label', 'variable', 'property', 'enumMember', 'event', 'method', 'number',
] as const; // prettier-ignore
export type TokenType = (typeof TOKEN_TYPES)[number];
export const TOKEN_MODIFIERS = ['declaration', 'modification'] as const;

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** In source order, none within another, none over several lines; those that touch `within` where it is given. */
export function semanticTokens(analysis: Analysis, path: string, within?: Span): readonly Token[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const found = new Map<number, Token>();
  const put = (span: Span, type: TokenType, modifiers: Token['modifiers'] = []): void => {
    const isWanted = within === undefined || (span.start < within.end && within.start < span.end);
    if (!isWanted || span.start >= span.end || found.has(span.start)) return;
    if (!file.source.text.slice(span.start, span.end).includes('\n')) found.set(span.start, { span, type, modifiers });
  };
  for (const { meaning, id, span, role } of occurrences(analysis).get(path) ?? []) {
    const isFlow = meaning.is === 'named' && (meaning.named.kind === 'flow' || meaning.named.kind === 'module');
    const type: TokenType =
      meaning.is === 'label'
        ? 'label'
        : meaning.is === 'param' || id.startsWith('attribute ')
          ? 'variable'
          : isFlow
            ? 'function'
            : 'class';
    put(span, type, role === 'declaration' ? ['declaration'] : role === 'write' ? ['modification'] : []);
  }
  for (const node of allNodes(file.tree)) tokensOf(node, put);
  const all = [...found.values()].sort((a, b) => a.span.start - b.span.start);
  return all.filter(({ span }, i) => i === 0 || span.start >= (all[i - 1]?.span.end ?? 0));
}

function tokensOf(node: Node, put: (span: Span, type: TokenType) => void): void {
  const of = node as Node & { key?: Name; target?: Node; words?: readonly Value[]; type?: Value; entityKind?: Value };
  switch (node.kind) {
    case 'flow':
      if (of.type !== undefined) put(of.type.span, 'keyword');
      break;
    case 'entity':
      if (of.entityKind !== undefined) put(of.entityKind.span, 'keyword');
      break;
    case 'statement': {
      const { words } = node as unknown as Statement;
      const length = chooseForm(words)?.phrase.length ?? 1;
      for (const word of words.slice(0, length)) if (word.kind === 'word') put(word.span, 'method');
      break;
    }
    case 'param':
      if (of.key !== undefined) put(of.key.span, 'property');
      break;
    case 'clause': {
      const [first] = of.words ?? [];
      if (first?.kind === 'word') put(first.span, 'property');
      break;
    }
    case 'pattern':
      for (const word of of.words ?? []) if (word.kind === 'word') put(word.span, 'event');
      break;
    case 'jump': {
      const target = of.target as Name | undefined;
      if (target !== undefined && isTargetWord(target)) put(target.span, 'keyword');
      break;
    }
    case 'word':
      put(node.span, 'enumMember');
      break;
    case 'number':
    case 'literal':
      put(node.span, 'number');
      break;
  }
}
