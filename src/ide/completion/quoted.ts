/** Where the text ends that an offset is inside of: behind its closing quote, or at the offset where it has none. */
export function closingQuote(text: string, offset: number): number {
  const rest = /^(?:[^"\\\r\n]|\\.)*"/.exec(text.slice(offset, offset + MOST))?.[0];
  return offset + (rest?.length ?? 0);
}

/** Texts that are chosen from a list are short. */
const MOST = 200;
