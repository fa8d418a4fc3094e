/** Values that a parameter, an operand or a property may have. */
import type { Codec, Parameter } from '../../catalogue/types.ts';
import type { FlowType } from '../../graph/flow-graph.ts';
import type { ValueType } from '../../entities/types.ts';
import { OTHER_ZONES, ZONES_BY_COUNTRY } from '../../entities/time-zones.ts';
import type { Completion } from '../types.ts';
import { namesOf, textsOfProject, type Asking } from './asking.ts';
import { languageItems } from './voices.ts';

export interface About {
  /** What is told beside each value. */
  readonly documentation?: (() => string) | undefined;
  /** What Connect takes. */
  readonly fact?: Parameter | undefined;
  /** Types that a flow must have here. */
  readonly flowTypes?: readonly FlowType[] | undefined;
}

export function codecItems(asking: Asking, codec: Codec, about: About = {}): readonly Completion[] {
  const said = (list: readonly string[]) => words(asking, list, about);
  if (typeof codec === 'object') {
    if ('ref' in codec) return namesOf(asking, codec.ref, about.flowTypes);
    if ('enum' in codec) return said(Object.keys(codec.enum));
    if ('flag' in codec) return said(['on', 'off']);
    const inner = codecItems(asking, codec.list, about);
    // The word for none stands alone.
    return codec.empty === undefined || asking.context.lead.includes('[') ? inner : [...inner, ...said([codec.empty])];
  }
  switch (codec) {
    case 'language':
      return languageItems(asking);
    case 'speech':
    case 'speeches':
      return speechItems(asking);
    case 'phone_format':
      return said(['E164', 'JP', 'US', 'GB']);
    case 'duration':
      return said(within(about.fact, { '5s': 5, '30s': 30, '2m': 120, '10m': 600 }));
    case 'duration_minutes':
      return said(within(about.fact, { '5m': 5, '30m': 30, '2h': 120 }));
    default:
      return [];
  }
}

/** Of times, in the unit of the wire, those that Connect takes. */
function within(fact: Parameter | undefined, times: Readonly<Record<string, number>>): readonly string[] {
  const { min = 0, max = Infinity } = fact ?? {};
  return Object.entries(times).flatMap(([word, time]) => (min <= time && time <= max ? [word] : []));
}

/** Where only chats, tasks and e-mails come, nothing but plain text is shown. */
function speechItems({ make, here }: Asking): readonly Completion[] {
  const channels = here()?.channels ?? [];
  const isHeard = channels.length === 0 || channels.includes('voice');
  const snippet = (label: string, text: string, detail: string, rank: number, more: string) =>
    make(label, { kind: 'snippet', text, isSnippet: true, detail, rank, documentation: () => more });
  const text = snippet(
    '"…"',
    '"$1"',
    'a text that is spoken',
    1,
    'Spoken on calls by the voice that is set, shown on chat.',
  );
  if (!isHeard) return [text];
  return [
    text,
    snippet(
      'ssml "…"',
      'ssml "<speak>$1</speak>"',
      'SSML',
      2,
      'Spoken with marks for pauses, numbers, and the like. On calls only.',
    ),
    make('prompt', {
      kind: 'keyword',
      text: 'prompt ',
      detail: 'a recording of the instance',
      rank: 2,
      documentation: () => 'The name of a declared prompt, or a path that holds the id of one. On calls only.',
    }),
    snippet(
      'media "…"',
      'media "s3://$1"',
      'a recording in S3',
      3,
      'A .wav file of at most 50 MB and five minutes. On calls only.',
    ),
  ];
}

export function typeItems(asking: Asking, type: ValueType, about: About = {}): readonly Completion[] {
  const { make } = asking;
  const said = (list: readonly string[]) => words(asking, list, about);
  switch (type.is) {
    case 'flag':
      return said(['on', 'off']);
    case 'word':
      return said(type.words);
    case 'ref':
      return namesOf(asking, type.kind, type.flowTypes ?? about.flowTypes);
    case 'list':
      return typeItems(asking, type.of, about);
    case 'either':
      return type.of.flatMap((one) => typeItems(asking, one, about));
    case 'time_zone': {
      const used = textsOfProject(asking, /"([A-Z][A-Za-z]+\/[A-Za-z_/+-]+)"/g);
      return zones().map(([zone, countries]) =>
        make(zone, {
          kind: 'value',
          text: JSON.stringify(zone),
          detail: countries || undefined,
          documentation: () => (countries === '' ? `**${zone}**` : `**${zone}**\n\nIn ${countries} (ISO 3166).`),
          rank: used.has(zone) ? 0 : 5,
        }),
      );
    }
    case 'language':
      return languageItems(asking);
    case 'opening':
      return said(['09:00-18:00', 'closed']);
    case 'type':
      return said(['text', 'number', 'boolean', 'list', 'object']);
    case 'duration':
      return said((type.min ?? 0) > 0 ? ['30s', '1m'] : ['0s', '30s', '1m']);
    default:
      return [];
  }
}

function words({ make }: Asking, said: readonly string[], { documentation }: About): readonly Completion[] {
  return said.map((word) => make(word, { kind: 'value', documentation, rank: 1 }));
}

/** Each zone with the countries that have it. */
function zones(): readonly (readonly [zone: string, countries: string])[] {
  const countries = new Map<string, string[]>(OTHER_ZONES.split(' ').map((zone) => [zone, []]));
  for (const [country, list] of Object.entries(ZONES_BY_COUNTRY)) {
    for (const zone of list.split(' ')) countries.set(zone, [...(countries.get(zone) ?? []), country]);
  }
  return [...countries].map(([zone, of]) => [zone, of.join(', ')] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Of values for `key: …` those that may still stand there: none behind a whole value, and in a list none that it has
 * already. `lead` is what stands before the place, from the key on.
 */
export function unsaid(lead: string, items: readonly Completion[]): readonly Completion[] {
  const said = lead.slice(lead.indexOf(':') + 1).trim();
  if (!said.startsWith('[')) return said === '' || said === 'prompt' ? items : [];
  const members = new Set(said.slice(1).match(/"(?:[^"\\]|\\.)*"|[^\s,[\]]+/g));
  return /[[,]$/.test(said) ? items.filter(({ edit }) => !members.has(edit.newText)) : [];
}
