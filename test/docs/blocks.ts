/**
 * Code blocks of the pages. ` ```flow ` holds declarations; ` ```flow statement ` holds statements of some flow. Both are
 * compiled and must be without fault, unless the marker says what they show: `error=code`, `warning=code`, `hint=code`.
 * `file=path` names the file that a block stands for in a tour. ` ```console ` holds commands with what they print, and
 * ` ```sh ` commands without.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CodeBlock {
  /** `docs/language/01-first-flow.md:9` */
  readonly at: string;
  /** Line of the opening fence, from 0. */
  readonly line: number;
  readonly language: string;
  readonly markers: readonly string[];
  readonly text: string;
  /** On a page that a script wrote. */
  readonly isGenerated: boolean;
}

/** README.md, CONTRIBUTING.md, and every page below docs/ and examples/. */
export function pages(): string[] {
  const own = ['README.md', 'CONTRIBUTING.md'].map((name) => join(ROOT, name));
  return [...own, ...markdownIn(join(ROOT, 'docs')), ...markdownIn(join(ROOT, 'examples'))];
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return markdownIn(path);
      return name.endsWith('.md') ? [path] : [];
    });
}

export function blocksOf(path: string): CodeBlock[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const isGenerated = lines[0]?.startsWith('<!-- Generated') === true;
  const blocks: CodeBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = /^(\s*)(`{3,})(.*)$/.exec(lines[i] ?? '');
    if (open === null) continue;
    const [, indent = '', fence = '', info = ''] = open;
    const line = i;
    while (i + 1 < lines.length && (lines[i + 1] ?? '').trim() !== fence) i++;
    const text = lines.slice(line + 1, i + 1).map((inside) => `${inside.slice(indent.length)}\n`);
    const [language = '', ...markers] = info.trim().split(/\s+/);
    // Pages of the actions show the statement alone.
    if (isGenerated && language === 'flow' && path.startsWith(join(ROOT, 'docs/actions'))) markers.push('statement');
    blocks.push({
      at: `${relative(ROOT, path)}:${line + 1}`,
      line,
      language,
      markers,
      text: text.join(''),
      isGenerated,
    });
    i++;
  }
  return blocks;
}
