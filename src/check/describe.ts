/** Types of the entity model in words. */
import type { ValueType } from '../entities/types.ts';
import { aKind } from './diagnostics.ts';

/** How a message names what a type takes, with an example where words alone do not tell. */
export function describe(type: ValueType, key: string): { words: string; example: string | undefined } {
  const plain = (words: string) => ({ words, example: undefined });
  switch (type.is) {
    case 'text':
      return plain('a text in quotes');
    case 'number':
      return plain('a whole number');
    case 'duration':
      return { words: 'a duration', example: `${key}: 30s` };
    case 'flag':
      return plain('`on` or `off`');
    case 'word': {
      const words = type.words.map((word) => `\`${word}\``).join(', ');
      return plain(type.words.length === 1 ? words : `one of ${words}`);
    }
    case 'ref':
      return plain(`the name of ${aKind(type.kind)}`);
    case 'list':
      return { words: 'a list in brackets', example: `${key}: [${sample(type.of)}]` };
    case 'group':
      return { words: 'braces', example: `${key}: { ${type.properties[0]?.key ?? ''}: … }` };
    case 'map':
      return { words: 'braces', example: `${key} { name: ${sample(type.of)} }` };
    case 'phone':
      return { words: 'a telephone number in quotes', example: `${key}: "+81501234XXXX"` };
    case 'time_zone':
      return { words: 'a time zone in quotes', example: `${key}: "Asia/Tokyo"` };
    case 'opening':
      return { words: 'hours, a list of them, or `closed`', example: `${key}: [09:00-12:00, 13:00-18:00]` };
    case 'dates':
      return { words: 'a date, a range of dates, or a list of them', example: `${key}: 2026-12-29..2027-01-03` };
    case 'language':
      return { words: 'a language tag', example: 'ja-JP' };
    case 'type':
      return { words: 'a type', example: `${key}: text` };
    case 'either':
      return plain(type.of.map((one) => describe(one, key).words).join(', or '));
  }
}

function sample(type: ValueType): string {
  if (type.is === 'text') return '"…"';
  if (type.is === 'word') return type.words[0] ?? 'word';
  if (type.is === 'language') return 'ja-JP';
  return type.is === 'type' ? 'text' : type.is === 'number' ? '1' : 'Name';
}
