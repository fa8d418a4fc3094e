/** Ids that depend on nothing but a text: the same everywhere, every time. Not for secrets: the hash is no cipher. */

/** 32 bits of a text: FNV-1a over UTF-16 code units, then mixed so that near texts give far numbers. */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An id in the shape of a UUID (version 4, as Connect's are). */
export function localUuid(text: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const ALPHANUMERICS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Ten capitals and digits, as Lex has them. */
export function localShortId(text: string): string {
  let id = '';
  for (let i = 0; i < 10; i++) id += ALPHANUMERICS.charAt(hash32(text, 100 + i) % ALPHANUMERICS.length);
  return id;
}
