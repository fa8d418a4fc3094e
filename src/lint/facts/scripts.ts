/** Which language a text must be in, told from its letters alone. Latin letters tell nothing. */

export interface Script {
  readonly name: string;
  /** Bare languages that are written so. */
  readonly languages: readonly string[];
}

const JAPANESE: Script = { name: 'Japanese', languages: ['ja'] };
const KOREAN: Script = { name: 'Korean', languages: ['ko'] };
/** Chinese characters without kana may be Japanese: 「営業時間外」. */
const HAN: Script = { name: 'Chinese or Japanese', languages: ['zh', 'ja'] };
const CYRILLIC: Script = { name: 'Cyrillic', languages: ['ru', 'uk', 'bg', 'sr', 'mk', 'kk'] };
const ARABIC: Script = { name: 'Arabic', languages: ['ar', 'fa', 'ur'] };
const DEVANAGARI: Script = { name: 'Devanagari', languages: ['hi', 'mr', 'ne'] };
const GREEK: Script = { name: 'Greek', languages: ['el'] };
const THAI: Script = { name: 'Thai', languages: ['th'] };
const HEBREW: Script = { name: 'Hebrew', languages: ['he'] };

/** The script of the first letter that tells; kana decide over Chinese characters. Undefined for Latin texts. */
export function scriptOf(text: string): Script | undefined {
  let found: Script | undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x370) continue;
    const script = scriptAt(code);
    if (script === JAPANESE) return script;
    found ??= script;
  }
  return found;
}

function scriptAt(code: number): Script | undefined {
  if ((code >= 0x3041 && code <= 0x30fa) || (code >= 0x31f0 && code <= 0x31ff) || (code >= 0xff66 && code <= 0xff9d))
    return JAPANESE;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) return HAN;
  if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff)) return KOREAN;
  if (code >= 0x400 && code <= 0x4ff) return CYRILLIC;
  if (code >= 0x600 && code <= 0x6ff) return ARABIC;
  if (code >= 0x900 && code <= 0x97f) return DEVANAGARI;
  if (code >= 0x370 && code <= 0x3ff) return GREEK;
  if (code >= 0xe00 && code <= 0xe7f) return THAI;
  if (code >= 0x590 && code <= 0x5ff) return HEBREW;
  return undefined;
}
