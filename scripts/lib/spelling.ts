/** How a form is said, in words for people. */
import type { Codec, Form, Operand } from '../../src/catalogue/types.ts';

/** `set voice Joanna [neural] …`, `check staffing [queue] > 0 { … }`. */
export function synopsis(form: Form): string {
  const operands = (form.operands ?? []).map((operand) =>
    operand.optional === true ? `[${sample(operand)}]` : sample(operand),
  );
  const comparison =
    form.control.kind === 'check' && form.control.success === 'comparison'
      ? [`> ${sampleOf(form.caseAs ?? 'number')}`]
      : [];
  const braces =
    form.entries !== undefined || form.rest !== undefined || (form.branches ?? []).length > 0 ? ['{ … }'] : [];
  return [form.phrase, ...operands, ...comparison, ...braces].join(' ');
}

function sample(operand: Operand): string {
  return sampleOf(operand.as);
}

function sampleOf(codec: Codec): string {
  if (typeof codec === 'object') {
    if ('ref' in codec) return `<${codec.ref}>`;
    if ('flag' in codec) return 'on|off';
    if ('list' in codec) return `[${sampleOf(codec.list)}, …]`;
    const words = Object.keys(codec.enum);
    return words.length <= 5 ? words.join('|') : '<name>';
  }
  const samples: Partial<Record<string, string>> = {
    number: '0',
    duration: '5m',
    duration_ms: '5m',
    language: 'ja-JP',
    speech: '"text"',
    json: '{ … }',
  };
  return samples[codec] ?? '"text"';
}

/** What may stand behind a keyword. */
export function valueWords(codec: Codec): string {
  if (typeof codec === 'object') {
    if ('ref' in codec) return `name of a ${codec.ref}`;
    if ('flag' in codec) return `\`on\` (${codec.flag[0]}) or \`off\` (${codec.flag[1]})`;
    if ('list' in codec) {
      const empty = codec.empty === undefined ? '' : `; \`${codec.empty}\` for none`;
      return `${codec.lone === true ? 'one or a list' : 'list'} of: ${valueWords(codec.list)}${empty}`;
    }
    const words = Object.keys(codec.enum);
    return words.length <= 12
      ? words.map((word) => `\`${word}\``).join(', ')
      : `one of ${words.length} words: \`${words.slice(0, 3).join('`, `')}\` …`;
  }
  return VALUES[codec];
}

const VALUES: Readonly<Record<Extract<Codec, string>, string>> = {
  text: 'text in quotes, or a `$.` path',
  number: 'number',
  signed: 'number with its sign',
  duration: 'time: `5s`, `10m`, `2h`',
  duration_minutes: 'time in whole minutes: `3m`',
  duration_ms: 'time: `5m`',
  signed_duration: 'time with its sign: `+60s`',
  language: 'language: `ja-JP`',
  phone: 'number in quotes, or a `$.` path',
  texts: '`{ key: "value" }` with keys of your own',
  values: '`{ key: "value" }` with keys of your own',
  json: 'any value: texts, numbers, lists, `{ … }`',
  speech: '`"text"`, `ssml "…"`, `prompt Name`, `media "s3://…"`',
  speeches: '`play "text"`, `play prompt Name`, … one line each',
  phone_format: 'a country (`JP`) or `E164`',
  streams: '`[from, to]`',
  profile_query: '`{ _phone: $.CustomerEndpoint.Address }`',
};
