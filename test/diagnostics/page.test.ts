/** Pages in the terminal. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../../src/cli/page.ts';

const plain = { colour: false, width: 60 };

describe('a page in the terminal', () => {
  it('has headings, prose that fits, and code as it is', () => {
    const page = `<!-- Generated. -->

# check/example

**error** · Something is wrong with \`the thing\`.

\`\`\`flow error=check/example
inbound flow Main {
  play "**Not bold**, and a line that is much longer than the terminal is wide."
}
\`\`\`

## Why

This _sentence_ is so long that it cannot stand in one line, and [Connect](https://example.com/) says so [here](../x.md).
`;
    expect(renderPage(page, plain)).toBe(`check/example

error · Something is wrong with \`the thing\`.

    inbound flow Main {
      play "**Not bold**, and a line that is much longer than the terminal is wide."
    }

Why

This sentence is so long that it cannot stand in one line,
and Connect (https://example.com/) says so here.
`);
  });

  it('leaves underscores inside of words and in code alone, and takes escapes back', () => {
    expect(renderPage('a_b_c `_x_` \\*y\\* *z*\n', plain)).toBe('a_b_c `_x_` *y* z\n');
  });

  it('marks headings where there is colour', () => {
    expect(renderPage('# code\n', { colour: true, width: 60 })).toBe('\u001b[1mcode\u001b[0m\n');
  });

  it('shows a list, an unclosed fence, and nothing', () => {
    expect(renderPage('- one\n- two\n\n```text\nx', plain)).toBe('- one\n\n- two\n\n    x\n');
    expect(renderPage('', plain)).toBe('\n');
  });

  it('leaves no marks of Markdown behind, on any page', () => {
    const folder = 'docs/diagnostics';
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /[\\/].*\.md$/.test(file),
    );
    expect(pages.length).toBeGreaterThan(200);
    for (const file of pages) {
      const prose = renderPage(readFileSync(join(folder, file), 'utf8'), plain)
        .split('\n')
        .filter((line) => !line.startsWith('    '));
      for (const line of prose) {
        expect(line, file).not.toMatch(/\*\*|\]\(|^#|^```/);
        if (!/\S{60}/.test(line)) expect(line.length, `${file}: ${line}`).toBeLessThanOrEqual(60);
      }
    }
  });
});
