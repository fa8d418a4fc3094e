import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNamer, safeFileName } from '../../src/workspace/file-names.ts';

describe('safeFileName', () => {
  it.each([
    ['MainInbound', 'MainInbound'],
    ['お問い合わせフロー', 'お問い合わせフロー'],
    ['Sample inbound flow (first)', 'Sample inbound flow (first)'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['..', 'flow'],
    ['', 'flow'],
    ['   ', 'flow'],
    ['.hidden', 'hidden'],
    ['--out', 'out'],
    ['ends. . ', 'ends'],
    ['con', 'con_'],
    ['NUL', 'NUL_'],
    ['lpt1.old', 'lpt1_.old'],
    ['com¹', 'com¹_'],
    ['console', 'console'],
    ['a\nb\tc', 'a-b-c'],
    ['a\u202eb', 'a-b'],
    ['half\ud800', 'half-'],
    ['e\u0301', '\u00e9'],
    ['__proto__', '__proto__'],
  ])('%j is %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('is a file name on every system, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const file = safeFileName(name);
        expect(file).toMatch(/^[^./\\:*?"<>|\u0000-\u001f ][^/\\:*?"<>|\u0000-\u001f]*$/u);
        expect(file).not.toMatch(/[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(124);
        expect(Buffer.from(file).toString()).toBe(file);
        expect(safeFileName(file)).toBe(file);
      }),
    );
  });
});

describe('fileNamer', () => {
  it('keeps names apart that some file system takes for one', () => {
    const nameOf = fileNamer('.json', ['manifest.json']);
    expect(
      ['Main', 'main', 'MAIN', 'Manifest', 'e\u0301', '\u00e9', 'ﾒｲﾝ', 'メイン', 'main-2', 'a/b', 'a:b'].map(nameOf),
    ).toEqual([
      'Main.json',
      'main-2.json',
      'MAIN-3.json',
      'Manifest-2.json',
      'é.json',
      'é-2.json',
      'ﾒｲﾝ.json',
      'メイン-2.json',
      'main-2-2.json',
      'a-b.json',
      'a-b-2.json',
    ]);
  });
});
