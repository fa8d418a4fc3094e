/** Files to texts. Whatever is wrong with a file is one diagnostic; nothing throws. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../text/text.ts';
import { decodeFlow } from './decode.ts';
import { errorCode, project, reasonOf, wholeFile } from './diagnostics.ts';

/** A file to read: where it is, and what messages call it. */
export interface InputFile {
  readonly absolute: string;
  readonly path: string;
  readonly kind: 'flow' | 'json';
}

export interface ReadText {
  /** Undefined when the file could not be read as text. */
  readonly source: SourceText | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Connect takes 256,000 characters; an answer of the API holds them escaped, an export with its layout. */
export const SIZE_LIMIT = 16 * 1024 * 1024;

/** The bytes of a file, at most `SIZE_LIMIT` of them, or what is wrong. Pipes and devices are read like files. */
export function readBytes(absolute: string, path: string): Uint8Array | Diagnostic {
  const place = wholeFile(path);
  let handle: number | undefined;
  try {
    handle = openSync(absolute, 'r');
    const stats = fstatSync(handle);
    if (stats.isDirectory()) return project('unreadable', place, { reason: 'it is a folder' });
    if (stats.size > SIZE_LIMIT) return tooLarge(path);
    return stats.isFile() ? readFileSync(handle) : (readStream(handle) ?? tooLarge(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return project('not-found', place, {});
    if (code === 'EACCES' || code === 'EPERM') return project('no-permission', place, {});
    return project('unreadable', place, { reason: reasonOf(error) });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Whether a file begins with the mark that decoding takes off; no, where it cannot be read. */
export function hasByteOrderMark(absolute: string): boolean {
  const bytes = readBytes(absolute, absolute);
  return bytes instanceof Uint8Array && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

export function tooLarge(path: string): Diagnostic {
  return project('too-large', wholeFile(path), { limit: `${SIZE_LIMIT >> 20} MB` });
}

/** Everything that comes, or undefined when it is more than the limit (`/dev/zero` never ends). */
function readStream(handle: number): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size <= SIZE_LIMIT) {
    const chunk = Buffer.allocUnsafe(65_536);
    const count = readSync(handle, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    size += count;
  }
  return undefined;
}

/** Reads flow source (strict UTF-8). Bytes of `.json` files are for `decode` of src/flowjson, which knows older exports. */
export function readFlowText(file: InputFile): ReadText {
  const bytes = readBytes(file.absolute, file.path);
  return bytes instanceof Uint8Array ? flowText(bytes, file.path) : { source: undefined, diagnostics: [bytes] };
}

/** The text of bytes that came from elsewhere, as standard input. */
export function flowText(bytes: Uint8Array, path: string): ReadText {
  const text = decodeFlow(bytes, path);
  if (typeof text === 'string') return { source: { path, text }, diagnostics: [] };
  return { source: undefined, diagnostics: [text] };
}
