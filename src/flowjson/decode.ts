/** Bytes of a file to text. Total: what is no text is said, not thrown. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { NOWHERE, type SourceText } from '../text/text.ts';
import { json } from './diagnostics.ts';

export interface Decoded {
  /** Without byte order mark; undefined when the bytes are no text. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * UTF-8, with or without byte order mark; UTF-16 with one (what PowerShell writes); else Windows-1252, with a warning.
 * Bytes with zeros or many control characters are no text. `path` is the name that messages show.
 */
export function decode(bytes: Uint8Array, path = ''): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return decoded(new TextDecoder(utf16).decode(bytes), path, 'UTF-16');
  if (bytes.includes(0)) return refused(path, 'it holds zero bytes');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return controls(text) ? refused(path, 'it holds control characters') : { text, diagnostics: [] };
  } catch {
    const text = windows1252(bytes);
    return controls(text) ? refused(path, 'it holds control characters') : decoded(text, path, 'Windows-1252');
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decoded(text: string, path: string, encoding: string): Decoded {
  return { text, diagnostics: [json('encoding', { source: { path, text }, span: NOWHERE }, { encoding })] };
}

function refused(path: string, what: string): Decoded {
  const source: SourceText = { path, text: '' };
  return { text: undefined, diagnostics: [json('binary', { source, span: NOWHERE }, { what })] };
}

/** Control characters that no text file has: all but tab, line ends, form feed and escape. */
function controls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text);
}

/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters (WHATWG encoding index). */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: TextDecoder of some versions of Node takes Latin-1 for it. */
function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x2000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)));
  return parts.join('').replace(/[\u0080-\u009f]/g, (c) => HIGH_CONTROLS[c.charCodeAt(0) - 0x80] ?? c);
}
