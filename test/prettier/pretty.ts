/** A text through Prettier with the plugin, and through the formatter with the same options. */
import { format as prettier, type Options } from 'prettier';
import { format } from '../../src/syntax/format.ts';
import type { LineEnd } from '../../src/syntax/print.ts';
import * as plugin from '../../src/prettier.ts';

/** A type and no interface: Prettier's options have an index signature. */
export type Layout = {
  printWidth?: number;
  tabWidth?: number;
  useTabs?: boolean;
  endOfLine?: LineEnd;
};

export function byPrettier(text: string, options: Options = {}): Promise<string> {
  return prettier(text, { filepath: 'a.flow', plugins: [plugin], ...options });
}

export function byFmt(text: string, { printWidth, ...others }: Layout = {}): string {
  return format({ path: 'a.flow', text }, printWidth === undefined ? others : { ...others, width: printWidth }).text;
}

export const LAYOUTS: readonly Layout[] = [
  {},
  { printWidth: 60, tabWidth: 4, endOfLine: 'crlf' },
  { printWidth: 140, useTabs: true, endOfLine: 'auto' },
  { printWidth: 20, tabWidth: 8, useTabs: true, endOfLine: 'cr' },
];
