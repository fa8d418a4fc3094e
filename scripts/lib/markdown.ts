/** Pieces of Markdown for generated pages. */

export const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Prose from data: `<key>` is no HTML, `*` is no emphasis. */
export const prose = (text: string): string => text.replace(/[<>*_[\]\\]/g, (sign) => `\\${sign}`);

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A heading with its content; nothing when there is none. */
export const section = (title: string, content: string): string => (content === '' ? '' : `## ${title}\n\n${content}`);

export const page = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
