/** Whether speech markup is well formed; which tags an engine knows is not asked. */

/** What is wrong, as the end of "… does not hold together: ‹it›"; undefined when nothing is. Tags before signs in them. */
export function markupProblem(markup: string): string | undefined {
  return problemOfTags(markup) ?? problemOfSigns(markup.replaceAll(COMMENT, ''));
}

const COMMENT = /<!--[^]*?-->/g;
const QUOTED = /"[^"]*"|'[^']*'/g;
const BARE_VALUE = /=(?!\s*"")/;

/** XML has names for five signs, and numbers for all. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;

function problemOfSigns(markup: string): string | undefined {
  const stray = STRAY.exec(markup);
  return stray === null ? undefined : `an \`&\` is not written \`&amp;\` (${excerpt(markup, stray.index)})`;
}

function problemOfTags(markup: string): string | undefined {
  const open: string[] = [];
  let rooted = false;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    const next = markup.charCodeAt(at + 1);
    if (next === EXCLAMATION && markup.startsWith('<!--', at)) {
      const end = markup.indexOf('-->', at);
      if (end < 0) return 'a comment has no end';
      at = end;
      continue;
    }
    if (next === QUESTION) continue;
    const end = tagEnd(markup, at);
    if (end < 0) return `a \`<\` has no \`>\` (${excerpt(markup, at)})`;
    const closing = markup.charCodeAt(at + 1) === SLASH;
    const empty = markup.charCodeAt(end - 1) === SLASH;
    const name = nameAt(markup, closing ? at + 2 : at + 1, end);
    const tag = markup.slice(at, end + 1);
    if (name === '') return `\`${tag}\` is no tag`;
    if (tag.includes('=') && BARE_VALUE.test(tag.replaceAll(QUOTED, '""')))
      return `a value in \`${tag}\` has no quotes`;
    at = end;
    if (closing) {
      const expected = open.pop();
      if (expected !== name)
        return expected === undefined
          ? `\`</${name}>\` closes nothing`
          : `\`<${expected}>\` is closed by \`</${name}>\``;
      continue;
    }
    if (open.length === 0) {
      if (name !== 'speak')
        return rooted ? `\`<${name}>\` stands behind \`</speak>\`` : 'there is no `<speak>` around it';
      rooted = true;
    }
    if (!empty) open.push(name);
  }
  const left = open.pop();
  if (left !== undefined) return `\`<${left}>\` is not closed`;
  if (!rooted) return 'there is no `<speak>` around it';
  return undefined;
}

/** The tag's name: what stands before a blank, a slash or the end. '' where that does not begin with a letter. */
function nameAt(markup: string, start: number, end: number): string {
  let at = start;
  while (at < end && markup.charCodeAt(at) > BLANK && markup.charCodeAt(at) !== SLASH) at++;
  const code = markup.charCodeAt(start) | 32;
  return code >= 97 && code <= 122 ? markup.slice(start, at) : '';
}

/** Offset of the `>` that ends a tag; quoted attribute values may hold one. -1 when there is none. */
function tagEnd(markup: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < markup.length; at++) {
    const code = markup.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
    else if (code === CLOSE) return at;
    else if (code === OPEN) return -1;
  }
  return -1;
}

const BLANK = 32;
const EXCLAMATION = 33;
const SLASH = 47;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const OPEN = 60;
const CLOSE = 62;
const QUESTION = 63;

const EXCERPT = 20;

function excerpt(text: string, at: number): string {
  const cut = text.slice(at, at + EXCERPT).replace(/\s+/g, ' ');
  return at + EXCERPT < text.length ? `${cut}…` : cut;
}
