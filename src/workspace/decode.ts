/** Bytes of a `.flow` file to text. Flow source is UTF-8 and nothing else; what is not gets one clear line. */
import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { project, wholeFile } from './diagnostics.ts';

/** The text without byte order mark, or what is wrong with the bytes. */
export function decodeFlow(bytes: Uint8Array, path: string): string | Diagnostic {
  const place = wholeFile(path);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return project('utf-16', place, {});
  const zero = bytes.indexOf(0);
  if (zero >= 0) return project('binary', place, { offset: zero });
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const { line, byte } = firstInvalid(bytes);
  return project('not-utf8', place, { line, byte: `0x${byte.toString(16).toUpperCase().padStart(2, '0')}` });
}

/** The first byte at which no valid character begins, and its line. */
function firstInvalid(bytes: Uint8Array): { line: number; byte: number } {
  let line = 1;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return { line, byte };
    if (byte === 10) line++;
    at += length;
  }
  return { line, byte: bytes[bytes.length - 1] ?? 0 };
}
