/** File names from flow names. Flow names are free text; file names must work on every system, and stay apart on all. */

/** Longest name in UTF-8 bytes, without ending: file systems take 255, and a temporary file needs some of them. */
const LONGEST = 120;

/** Names of devices, which Windows refuses with any ending. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** What some file system refuses, what a shell or a link would trip over, and what cannot be seen. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** A name of one file in one folder, on every system: no separators, no `..`, no device, not hidden, not too long. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(UNSAFE, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ~-]+/, '') // hidden, `..`, or read as an option
    .replace(/[. ]+$/, '');
  const short = shorten(plain).replace(/[. ]+$/, '');
  if (short === '') return 'flow';
  // Windows looks only at what stands before the first dot.
  const [stem = '', ...rest] = short.split('.');
  return DEVICES.test(stem.trimEnd()) ? [`${stem.trimEnd()}_`, ...rest].join('.') : short;
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  let short = '';
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST) break;
    short += character;
  }
  return short;
}

/** File systems that know no case, or no difference of composed and decomposed letters, see one name in these. */
function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

/**
 * A giver of file names: asked for one name after the other, it never gives two that some file system takes for the same.
 * `ending` is with its dot; `taken` are names, with their endings, that are in use already.
 */
export function fileNamer(ending: string, taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken.map(folded));
  return (name) => {
    const stem = safeFileName(name);
    for (let count = 1; ; count++) {
      const candidate = `${stem}${count === 1 ? '' : `-${count}`}${ending}`;
      const key = folded(candidate);
      if (used.has(key)) continue;
      used.add(key);
      return candidate;
    }
  };
}
