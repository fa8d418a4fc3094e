/** Links of the pages lead to files that exist, and to headings in them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, ROOT } from './blocks.ts';

const all = [...pages(), join(ROOT, 'ARCHITECTURE.md'), join(ROOT, 'CHANGELOG.md')];

describe('links of the pages', () => {
  it.each(all.map((page) => [relative(ROOT, page), page] as const))('%s', (_, page) => {
    for (const target of linksOf(page)) {
      const [path = '', heading] = target.split('#');
      const file = path === '' ? page : resolve(dirname(page), path);
      expect(existsSync(file), target).toBe(true);
      if (heading !== undefined) expect(headingsOf(file), target).toContain(heading);
    }
  });
});

function prose(page: string): string {
  return readFileSync(page, 'utf8')
    .replace(/^ *(`{3,})[^]*?^ *\1/gm, '')
    .replace(/`[^`\n]*`/g, '');
}

function linksOf(page: string): string[] {
  const targets = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

function headingsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}
