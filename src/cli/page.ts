/** A Markdown page in a terminal: as readable as the page, in as few lines. Knows what our own pages are made of. */

export interface PageStyle {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Wider lines of prose are hard to read, whatever the terminal has. */
const WIDEST = 100;

export function renderPage(markdown: string, { colour, width }: PageStyle): string {
  const columns = Math.max(40, Math.min(width, WIDEST));
  const bold = (text: string) => (colour ? `\u001b[1m${text}\u001b[0m` : text);
  const blocks: string[] = [];
  const lines = markdown.replace(/<!--.*?-->\n*/gs, '').split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const fence = /^(`{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      const end = lines.indexOf(fence, i + 1);
      const inside = lines.slice(i + 1, end < 0 ? undefined : end);
      blocks.push(inside.map((text) => `    ${text}`.trimEnd()).join('\n'));
      i = end < 0 ? lines.length : end;
    } else if (line.startsWith('#')) blocks.push(bold(plain(line.replace(/^#+ /, ''))));
    else if (line.startsWith('- ')) blocks.push(wrap(plain(line.slice(2)), columns, '- ', '  '));
    else if (line.trim() !== '') {
      const paragraph = [line];
      while (/^[^#`\s-]/.test(lines[i + 1] ?? '')) paragraph.push(lines[++i] ?? '');
      blocks.push(wrap(plain(paragraph.join(' ')), columns, '', ''));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Prose without the marks that only a browser understands. What stands in backticks is left as it is. */
function plain(text: string): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/\*\*(.+?)\*\*/g, '$1')
            .replace(/(?<![\w\\])[*_](\S(?:.*?\S)?)[*_](?!\w)/g, '$1')
            .replace(/\\([\\<>*_[\]`])/g, '$1'),
    )
    .join('')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_link, words: string, target: string) =>
      target.startsWith('http') && target !== words ? `${words} (${target})` : words,
    );
}

/** Lines of at most `columns`, broken at blanks. */
function wrap(text: string, columns: number, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
