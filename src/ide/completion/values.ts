/** Values that a parameter, an operand or a property may have. */
import { analyticsLanguages } from '../../catalogue/languages.ts';
import type { Codec } from '../../catalogue/types.ts';
import { voices } from '../../catalogue/voices.ts';
import type { ValueType } from '../../entities/types.ts';
import { OTHER_ZONES, ZONES_BY_COUNTRY } from '../../entities/time-zones.ts';
import type { Completion } from '../types.ts';
import { namesOf, type Asking } from './asking.ts';

export function codecItems(asking: Asking, codec: Codec): readonly Completion[] {
  const { make } = asking;
  if (typeof codec === 'object') {
    if ('ref' in codec) return namesOf(asking, codec.ref);
    if ('enum' in codec) return words(asking, Object.keys(codec.enum));
    if ('flag' in codec) return words(asking, ['on', 'off']);
    const inner = codecItems(asking, codec.list);
    return codec.empty === undefined ? inner : [...inner, ...words(asking, [codec.empty])];
  }
  switch (codec) {
    case 'language':
      return words(asking, languages());
    case 'speech':
    case 'speeches':
      return [
        make('"…"', { kind: 'snippet', text: '"$1"', isSnippet: true, detail: 'a text that is spoken', rank: 1 }),
        make('ssml "…"', {
          kind: 'snippet',
          text: 'ssml "<speak>$1</speak>"',
          isSnippet: true,
          detail: 'SSML',
          rank: 2,
        }),
        make('prompt', { kind: 'keyword', text: 'prompt ', detail: 'a recording of the instance', rank: 2 }),
        make('media "…"', {
          kind: 'snippet',
          text: 'media "s3://$1"',
          isSnippet: true,
          detail: 'a recording in S3',
          rank: 3,
        }),
      ];
    case 'phone_format':
      return words(asking, ['E164']);
    case 'duration':
      return words(asking, ['5s', '30s', '2m', '10m']);
    case 'duration_minutes':
      return words(asking, ['5m', '30m', '2h']);
    default:
      return [];
  }
}

/** Voices, where somebody says one; each once. */
export function voiceItems({ make }: Asking): readonly Completion[] {
  const byName = new Map<string, string>();
  for (const { name, language, gender, engines } of voices) {
    byName.set(name, `${language}, ${gender}, ${engines.join(', ')}`);
  }
  return [...byName].map(([name, detail]) => make(name, { kind: 'value', detail, rank: 1 }));
}

export function typeItems(asking: Asking, type: ValueType): readonly Completion[] {
  const { make } = asking;
  switch (type.is) {
    case 'flag':
      return words(asking, ['on', 'off']);
    case 'word':
      return words(asking, type.words);
    case 'ref':
      return namesOf(asking, type.kind);
    case 'list':
      return typeItems(asking, type.of);
    case 'either':
      return type.of.flatMap((one) => typeItems(asking, one));
    case 'time_zone':
      return zones().map((zone) => make(zone, { kind: 'value', text: JSON.stringify(zone) }));
    case 'language':
      return words(asking, languages());
    case 'opening':
      return words(asking, ['09:00-18:00', 'closed']);
    case 'type':
      return words(asking, ['text', 'number', 'boolean']);
    default:
      return [];
  }
}

function words({ make }: Asking, said: readonly string[]): readonly Completion[] {
  return said.map((word) => make(word, { kind: 'value', rank: 1 }));
}

function languages(): readonly string[] {
  return [
    ...new Set([...analyticsLanguages().map(({ code }) => code), ...voices.map(({ language }) => language)]),
  ].sort();
}

function zones(): readonly string[] {
  return [...Object.values(ZONES_BY_COUNTRY), OTHER_ZONES].flatMap((list) => list.split(' ')).sort();
}
