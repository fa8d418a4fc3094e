/** Texts that change at random, as those of people who type, paste, move lines and change their minds. */

/** Numbers from 0 up to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SNIPPETS = [
  '{', '}', '"', '\n', ' ', '->', 'on error -> next\n', 'step a {\n', 'play "x"\n', '$.Attributes.tier', '// note\n', '/*', '*/',
  'flow X {\n}\n', 'module M {\n  return\n}\n', 'queue Q\n', 'existing lambda L\n', 'param P text = "x"\n', 'param P', '"""', '😀', '\r\n', '日本',
]; // prettier-ignore

/** The text after one change. */
export function changed(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1));
  const dice = next();
  if (dice < 0.3) return text.slice(0, at) + String.fromCharCode(97 + Math.floor(next() * 26)) + text.slice(at);
  if (dice < 0.5) return text.slice(0, at) + text.slice(at + 1 + Math.floor(next() * 3));
  if (dice < 0.7) return text.slice(0, at) + (SNIPPETS[Math.floor(next() * SNIPPETS.length)] ?? '') + text.slice(at);
  const lines = text.split('\n');
  const line = Math.floor(next() * lines.length);
  const other = Math.floor(next() * lines.length);
  if (dice < 0.8) lines.splice(line, 1);
  else if (dice < 0.9) lines.splice(other, 0, lines[line] ?? '');
  else lines.splice(line, 0, '');
  return lines.join('\n');
}
