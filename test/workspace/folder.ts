/** A folder for one test, which is gone afterwards. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** `files`: texts or bytes by relative path; undefined makes an empty folder. Returns the absolute path. */
export function folder(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'flowc-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const absolute = join(root, path);
    mkdirSync(content === undefined ? absolute : dirname(absolute), { recursive: true });
    if (content !== undefined) writeFileSync(absolute, content);
  }
  return root;
}
