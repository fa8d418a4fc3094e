/** Whether speech markup is well formed; which tags an engine knows is not asked. */

/** The first thing that is wrong, as the end of "… does not hold together: ‹it›"; undefined when nothing is. */
export function markupProblem(markup: string): string | undefined {
  const open: string[] = [];
  let rooted = false;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (markup.startsWith('<!--', at)) {
      const end = markup.indexOf('-->', at);
      if (end < 0) return 'a comment has no end';
      at = end;
      continue;
    }
    if (markup.startsWith('<?', at)) continue;
    const end = tagEnd(markup, at);
    if (end < 0) return `a \`<\` has no \`>\` (${excerpt(markup, at)})`;
    const inside = markup.slice(at + 1, end);
    at = end;
    const name = /^\/?\s*([A-Za-z][\w:.-]*)/.exec(inside)?.[1];
    if (name === undefined) return `\`<${inside}>\` is no tag`;
    if (inside.startsWith('/')) {
      const expected = open.pop();
      if (expected !== name) return expected === undefined ? `\`</${name}>\` closes nothing` : `\`<${expected}>\` is closed by \`</${name}>\``;
      continue;
    }
    if (open.length === 0) {
      if (name !== 'speak') return rooted ? `\`<${name}>\` stands behind \`</speak>\`` : 'there is no `<speak>` around it';
      rooted = true;
    }
    if (!inside.endsWith('/')) open.push(name);
  }
  const left = open.pop();
  if (left !== undefined) return `\`<${left}>\` is not closed`;
  if (!rooted) return 'there is no `<speak>` around it';
  return undefined;
}

/** Offset of the `>` that ends a tag; quoted attribute values may hold one. -1 when there is none. */
function tagEnd(markup: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < markup.length; at++) {
    const char = markup.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
    else if (char === '<') return -1;
  }
  return -1;
}

const EXCERPT = 20;

function excerpt(text: string, at: number): string {
  const cut = text.slice(at, at + EXCERPT).replace(/\s+/g, ' ');
  return at + EXCERPT < text.length ? `${cut}…` : cut;
}
