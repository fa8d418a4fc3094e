/** What holds of formatting any text. */
import { expect } from 'vitest';
import { tokenize } from '../../grammar/lexer.ts';
import { Comma, Newline } from '../../grammar/tokens.ts';
import type { SourceFile } from '../../src/syntax/ast.ts';
import {
  attachComments,
  holdersIn,
  membersOf,
  type Attached,
  type Holder,
  type Member,
} from '../../src/syntax/comments.ts';
import { parse } from '../../src/syntax/parse.ts';
import { byFmt, byPrettier, type Layout } from './pretty.ts';

/** Prettier and `fmt` give the same bytes; both have nothing to do the second time. */
export async function expectSameBytes(text: string, layout: Layout): Promise<void> {
  const formatted = byFmt(text, layout);
  expect(await byPrettier(text, layout)).toBe(formatted);
  expect(byFmt(formatted, layout)).toBe(formatted);
}

/** For every comment, what it belongs to: the place of a statement in the tree, by counting. */
export function ownersOf(text: string): readonly string[] {
  const source = { path: 'a.flow', text };
  const { tree } = parse(source);
  const attached = attachComments(tree, source);
  const owners: string[] = [];
  visit(tree, '', attached, owners);
  return owners.sort();
}

function visit(holder: Holder, path: string, attached: Attached, owners: string[]): void {
  const { above, behind, opening, closing } = attached;
  const tell = (way: Attached[keyof Attached], node: Member | Holder, where: string): void => {
    const comments = (way as ReadonlyMap<unknown, SourceFile['comments']>).get(node) ?? [];
    for (const comment of comments) owners.push(`${said(comment.text)} ${where}`);
  };
  tell(opening, holder, `${path} {`);
  tell(closing, holder, `${path} }`);
  membersOf(holder).forEach((member, i) => {
    const here = `${path}/${i}`;
    tell(above, member, `above ${here}`);
    tell(behind, member, `behind ${here}`);
    holdersIn(member).forEach((inner, at) => {
      visit(inner, `${here}.${at}`, attached, owners);
    });
  });
}

/** Without what a change of place may change: `///` that documents nothing, blanks at the ends of lines. */
function said(comment: string): string {
  return comment.replace(/^\/\/+/, '//').replace(/[^\S\n]*(?:\r\n?|\n)/g, '\n');
}

/**
 * For comments that have a line or the rest of one for themselves: how many tokens stand before each. It does not ask
 * the formatter what belongs to what.
 */
export function tokensBefore(text: string): ReadonlyMap<string, number> {
  const { tokens, comments } = tokenize(text, []);
  const counted = tokens.filter(({ tokenType }) => tokenType !== Newline && tokenType !== Comma);
  return new Map(
    comments.map(({ image, startOffset }) => [
      said(image.trimEnd()),
      counted.filter((token) => token.startOffset < startOffset).length,
    ]),
  );
}
