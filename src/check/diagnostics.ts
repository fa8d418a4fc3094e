/** What the checker says about names and entity declarations. Statements have their own table in src/constructs. */
import { diagnosticsOf } from '../diagnostics/diagnostic.ts';
import type { EntityKind } from '../entities/types.ts';

const error = 'error' as const;
const warning = 'warning' as const;

const code = (text: string) => `\`${text}\``;
const listed = (words: readonly string[]) => words.map(code).join(', ');
const meant = (suggestion: string | undefined) =>
  suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`;

const NOT_IMPORTED = 'The files of a project share their names: nothing is imported.';
const PARAM = 'What differs between environments is a `param Name text = "…"`; what a contact carries is an attribute.';

/** Words that begin declarations in other languages. */
const OTHER_DECLARATIONS: ReadonlyMap<string, string> = new Map([
  ...['import', 'include', 'require', 'use', 'export'].map((word) => [word, NOT_IMPORTED] as const),
  ...['var', 'let', 'const', 'variable'].map((word) => [word, PARAM] as const),
]);

/** Documentation in a sentence for the terminal: names in *emphasis* are quoted. */
const plain = (doc: string) => doc.replace(/\*([^*]+)\*/g, '“$1”');

/** A kind in a sentence about source, in the words of source: `queue`, `routing profile`, `lambda`. */
export function kindInSource(kind: EntityKind): string {
  return kind === 'hours' ? 'set of hours' : String(kind).replaceAll('_', ' ');
}

/** The same with its article: `a queue`, `an agent status`. */
export function aKind(kind: EntityKind): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kindInSource(kind)}`;
}

/** `more`: keys that are missing besides; `doc`: what the one is for. */
interface MissingProperty {
  readonly owner: string;
  readonly key: string;
  readonly more: readonly string[];
  readonly doc: string;
  readonly bare?: boolean;
}

export const entityDiagnostic = diagnosticsOf('check', {
  // ------------------------------------------------------------------------------------------------------------ names
  'unknown-kind': {
    severity: error,
    message: (p: { word: string; suggestion: string | undefined }) => `${code(p.word)} is no kind of declaration.`,
    help: (p: { word: string; suggestion: string | undefined }) =>
      meant(p.suggestion) ??
      OTHER_DECLARATIONS.get(p.word) ??
      'Declarations begin with a kind (`queue`, `hours`, `number`, …), or with `inbound flow`, `module`.',
  },
  'duplicate-name': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; display: string }) =>
      `There is already ${aKind(p.kind)} named ${code(p.name)}.`,
    help: () => 'All files of a project share one namespace: rename one of them, or remove it.',
  },
  'duplicate-display-name': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; display: string }) =>
      `Another ${kindInSource(p.kind)} is already called “${p.display}”, and Connect knows each by that.`,
    help: () => 'Give one of them another text behind its name.',
  },
  'pin-without-existing': {
    severity: error,
    message: (p: { kind: EntityKind; name: string }) =>
      `${code(p.name)} is pinned to an ARN, but only what exists already can be.`,
    help: (p: { kind: EntityKind; name: string }) =>
      `Write \`existing ${p.kind} ${p.name} = …\`, or leave the ARN out and let the environment bind the name.`,
  },
  'body-on-existing': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; key: string | undefined; allowed: readonly string[] }) =>
      p.key === undefined
        ? `An existing ${kindInSource(p.kind)} is only looked up, so ${code(p.name)} has nothing to say in braces.`
        : `An existing ${kindInSource(p.kind)} is only looked up, so ${code(p.key)} would never be written.`,
    help: (p: { kind: EntityKind; name: string; key: string | undefined; allowed: readonly string[] }) =>
      p.allowed.length > 0
        ? `Only what it takes and answers may stand there: ${listed(p.allowed)}.`
        : `Remove ${p.key === undefined ? 'the braces' : 'it'}, or remove \`existing\` to manage it from here.`,
  },

  'undeclared-name': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; suggestion: string | undefined }) =>
      `No ${kindInSource(p.kind)} is called ${code(p.name)}.`,
    help: (p: { kind: EntityKind; name: string; suggestion: string | undefined }) =>
      meant(p.suggestion) ?? `Declare it, or write \`existing ${p.kind} ${p.name}\` if it lives in the instance.`,
  },
  'other-kind': {
    severity: error,
    message: (p: { name: string; wanted: EntityKind; found: EntityKind; suggestion: string | undefined }) =>
      `${code(p.name)} is ${aKind(p.found)}, and ${aKind(p.wanted)} is wanted here.`,
    help: (p: { name: string; wanted: EntityKind; found: EntityKind; suggestion: string | undefined }) =>
      meant(p.suggestion) ?? `Name ${aKind(p.wanted)}.`,
  },
  'other-flow-type': {
    severity: error,
    message: (p: { key: string; name: string; wanted: readonly string[]; found: string }) =>
      `${code(p.key)} wants ${p.wanted.map((word) => code(`${word} flow`)).join(' or ')}, and ${code(p.name)} is of type ${code(p.found)}.`,
    help: (p: { key: string; name: string; wanted: readonly string[]; found: string }) =>
      `Name a flow that is declared as ${p.wanted.map((word) => code(`${word} flow`)).join(' or ')}.`,
  },

  // ---------------------------------------------------------------------------------------------------------- params
  'param-form': {
    severity: error,
    message: (p: { problem: string; help: string }) => p.problem,
    help: (p: { problem: string; help: string }) => p.help,
  },
  'duplicate-param': {
    severity: error,
    message: (p: { name: string }) => `There is already a param named ${code(p.name)}.`,
    help: () => 'All files of a project share one namespace: rename one of them, or remove it.',
  },
  'param-default': {
    severity: error,
    message: (p: { name: string; wanted: string }) => `${code(p.name)} wants ${p.wanted}.`,
    help: () => 'Correct the default, or the type.',
  },
  'unknown-param': {
    severity: error,
    message: (p: { name: string; suggestion: string | undefined }) => `No param is called ${code(p.name)}.`,
    help: (p: { name: string; suggestion: string | undefined }) =>
      meant(p.suggestion) ?? `Declare it: \`param ${p.name} text = "…"\`.`,
  },
  'unused-param': {
    severity: warning,
    message: (p: { name: string }) => `The param ${code(p.name)} is used nowhere.`,
    help: (p: { name: string }) => `Write \`param ${p.name}\` where its value belongs, or remove it.`,
  },
  'param-without-value': {
    severity: error,
    message: (p: { name: string; environment: string }) =>
      `${code(p.name)} has no value in the environment ${code(p.environment)}.`,
    help: (p: { name: string; environment: string }) =>
      `Write it into flowc.json, \`environments.${p.environment}.params.${p.name}\`, or give it a default: \`= …\`.`,
  },

  // ----------------------------------------------------------------------------------------------- what braces may say
  'unknown-property': {
    severity: error,
    message: (p: { owner: string; key: string; suggestion: string | undefined; known: readonly string[] }) =>
      `${code(p.owner)} has no ${code(p.key)}.`,
    help: (p: { owner: string; key: string; suggestion: string | undefined; known: readonly string[] }) =>
      meant(p.suggestion) ?? (p.known.length > 0 ? `It takes ${listed(p.known)}.` : 'It takes nothing in braces.'),
  },
  'missing-property': {
    severity: error,
    message: (p: MissingProperty) => `${code(p.owner)} needs ${listed([p.key, ...p.more])}.`,
    help: (p: MissingProperty) =>
      (p.more.length === 0
        ? `Add \`${p.key}: …\` in its braces. ${plain(p.doc)}`
        : `Add them in its braces: ${listed([p.key, ...p.more].map((key) => `${key}: …`))}.`) +
      (p.bare === true ? ` Or is it there already? Then declare it: \`existing ${p.owner}\`.` : ''),
  },
  'duplicate-property': {
    severity: error,
    message: (p: { key: string }) => `${code(p.key)} is said twice.`,
    help: () => 'Keep one of them.',
  },
  'property-form': {
    severity: error,
    message: (p: { said: string; form: string | undefined }) => `${code(p.said)} says nothing here.`,
    help: (p: { said: string; form: string | undefined }) =>
      p.form === undefined ? 'Write `key: value`, one a line.' : `Did you mean \`${p.form}\`?`,
  },
  'refused-property': {
    severity: error,
    message: (p: { owner: string; key: string; why: string }) => `${code(p.owner)} cannot say ${code(p.key)}.`,
    help: (p: { owner: string; key: string; why: string }) => `${p.why}`,
  },
  'property-kind': {
    severity: error,
    message: (p: { key: string; wanted: string; example: string | undefined; suggestion?: string | undefined }) =>
      `${code(p.key)} wants ${p.wanted}.`,
    help: (p: { key: string; wanted: string; example: string | undefined; suggestion?: string | undefined }) =>
      p.suggestion !== undefined
        ? `Did you mean ${code(p.suggestion)}?`
        : p.example === undefined
          ? undefined
          : `For example ${code(p.example)}.`,
  },
  'property-range': {
    severity: error,
    message: (p: { key: string; value: string; range: string; source: string | undefined }) =>
      `${code(p.key)} is ${p.value}, and Connect takes ${p.range}.`,
    help: (p: { key: string; value: string; range: string; source: string | undefined }) =>
      p.source === undefined ? undefined : `The limit is that of ${p.source} in the API.`,
  },
  'property-word': {
    severity: error,
    message: (p: { key: string; word: string; known: readonly string[]; suggestion: string | undefined }) =>
      `${code(p.word)} is no value of ${code(p.key)}.`,
    help: (p: { key: string; word: string; known: readonly string[]; suggestion: string | undefined }) =>
      meant(p.suggestion) ?? `It is one of ${listed(p.known)}.`,
  },
  'listed-twice': {
    severity: error,
    message: (p: { key: string; value: string }) => `${code(p.value)} stands twice in ${code(p.key)}.`,
    help: () => 'Remove one of them.',
  },
  'either-property': {
    severity: error,
    message: (p: { owner: string; keys: readonly string[]; said: readonly string[] }) =>
      p.said.length === 0
        ? `${code(p.owner)} needs one of ${listed(p.keys)}.`
        : `${code(p.owner)} cannot have both ${p.said.map(code).join(' and ')}.`,
    help: (p: { owner: string; keys: readonly string[]; said: readonly string[] }) =>
      p.said.length === 0 ? 'Add one of them.' : 'Keep one of them.',
  },
  'together-property': {
    severity: error,
    message: (p: { owner: string; key: string; needs: string; doc: string }) =>
      `${code(p.owner)} has ${code(p.key)}, which needs ${code(p.needs)} beside it.`,
    help: (p: { owner: string; key: string; needs: string; doc: string }) => `Add \`${p.needs}: …\`. ${plain(p.doc)}`,
  },
  'wrong-type': {
    severity: error,
    message: (p: { said: string; suggestion: string | undefined; known: readonly string[] }) =>
      `${code(p.said)} is no type of a value.`,
    help: (p: { said: string; suggestion: string | undefined; known: readonly string[] }) =>
      meant(p.suggestion) ??
      `A type is ${listed(p.known)}, quoted values with \`|\` between, \`[type]\` or \`{ key: type }\`.`,
  },
  'default-value': {
    severity: error,
    message: (p: { name: string; value: string; values: readonly string[] }) =>
      `The default of ${code(p.name)} is “${p.value}”, which is none of its values.`,
    help: (p: { name: string; value: string; values: readonly string[] }) =>
      `Add it to \`values\`, or choose one of ${listed(p.values)}.`,
  },

  // -------------------------------------------------------------------------------- what stands between name and braces
  'missing-text': {
    severity: error,
    message: (p: { kind: EntityKind; name: string; role: string }) =>
      `${code(`${p.kind} ${p.name}`)} does not say its ${p.role}.`,
    help: () => 'Write it in quotes behind the name.',
  },
  'surplus-text': {
    severity: error,
    /** `braces`: how the braces say it. */
    message: (p: { kind: EntityKind; name: string; role: string; braces?: string | undefined }) =>
      `Behind ${code(`${p.kind} ${p.name}`)} there is room for its ${p.role}, in quotes, and nothing else.`,
    help: (p: { kind: EntityKind; name: string; role: string; braces?: string | undefined }) =>
      p.braces === undefined ? 'Put the rest in braces as `key: value`, or remove it.' : `Write \`${p.braces}\`.`,
  },
  'wrong-characters': {
    severity: error,
    message: (p: { what: string; value: string; source: string | undefined }) =>
      `“${p.value}” has characters that Connect does not take in the ${p.what}.`,
    help: (p: { what: string; value: string; source: string | undefined }) =>
      p.source === undefined ? undefined : `The rule is that of ${p.source} in the API.`,
  },
  'target-not-here': {
    severity: error,
    message: (p: { kind: EntityKind; name: string }) => `${code(`${p.kind} ${p.name}`)} does not point at a flow.`,
    help: () => 'Only a number has `-> flow`.',
  },

  // ------------------------------------------------------------------------------------------- times, dates and numbers
  'unknown-time-zone': {
    severity: error,
    message: (p: { zone: string; suggestion: string | undefined }) => `There is no time zone “${p.zone}”.`,
    help: (p: { zone: string; suggestion: string | undefined }) =>
      meant(p.suggestion) ?? 'Write a name of the IANA time zone database, such as `"Asia/Tokyo"`.',
  },
  'not-a-phone-number': {
    severity: error,
    message: (p: { value: string; suggestion: string | undefined }) =>
      `“${p.value}” is no telephone number in E.164 form.`,
    help: (p: { value: string; suggestion: string | undefined }) =>
      meant(p.suggestion) ?? 'Write `+`, the country code and digits only: `"+81501234XXXX"`.',
  },
  'not-a-time': {
    severity: error,
    message: (p: { value: string }) => `${code(p.value)} is no time of a day.`,
    help: () => 'Times go from `00:00` to `24:00`.',
  },
  'not-a-date': {
    severity: error,
    message: (p: { value: string }) => `There is no such day: ${code(p.value)}.`,
    help: () => 'Write dates as year-month-day, `2026-12-29`.',
  },
  'hours-reversed': {
    severity: error,
    message: (p: { value: string }) => `${code(p.value)} ends before it begins.`,
    help: () => 'Hours over midnight are two: up to `24:00` on one day, from `00:00` on the next.',
  },
  'dates-reversed': {
    severity: error,
    message: (p: { value: string }) => `${code(p.value)} ends before it begins.`,
    help: () => 'Write the earlier day first.',
  },
  'hours-overlap': {
    severity: error,
    message: (p: { first: string; second: string }) => `${code(p.first)} and ${code(p.second)} overlap.`,
    help: () => 'Make them one range, or let the second begin when the first ends.',
  },
  'dates-overlap': {
    severity: warning,
    message: (p: { first: string; second: string }) => `${code(p.first)} and ${code(p.second)} share a day.`,
    help: () => 'Connect wants one answer for each day: let one end before the other begins.',
  },
  'day-said-twice': {
    severity: error,
    message: (p: { day: string }) => `The hours of ${code(p.day)} are said twice.`,
    help: () => 'Say each day once; several ranges go in a list: `[09:00-12:00, 13:00-18:00]`.',
  },
  'never-open': {
    severity: warning,
    message: (p: { name: string }) => `${code(p.name)} is never open.`,
    help: () => 'Add the days of the week: `mon-fri: 09:00-18:00`.',
  },

  // ----------------------------------------------------------------------------------------------------- how much, how many
  'over-limit': {
    severity: error,
    message: (p: { what: string; count: number; max: number; source: string }) =>
      `${p.what}: ${String(p.count)}, and Connect takes ${String(p.max)} at most.`,
    help: (p: { what: string; count: number; max: number; source: string }) => `The limit is fixed (${p.source}).`,
  },
  'over-quota': {
    severity: warning,
    message: (p: { what: string; count: number; max: number; source: string }) =>
      `${p.what}: ${String(p.count)}, and an instance takes ${String(p.max)} unless the quota was raised.`,
    help: (p: { what: string; count: number; max: number; source: string }) =>
      `Have the quota “${p.source}” raised before publishing.`,
  },

  // ------------------------------------------------------------------------------------------------- the project as a whole
  'served-twice': {
    severity: error,
    message: (p: { profile: string; queue: string; channel: string }) =>
      `${code(p.profile)} serves ${code(p.queue)} twice for ${code(p.channel)}.`,
    help: () => 'A profile has one priority and delay for each queue and channel: remove one of them.',
  },
  'channel-without-concurrency': {
    severity: warning,
    message: (p: { profile: string; queue: string; channel: string }) =>
      `${code(p.profile)} serves ${code(p.queue)} for ${code(p.channel)}, but its agents take no contacts of that channel.`,
    help: (p: { profile: string; queue: string; channel: string }) =>
      `Add \`${p.channel}: 1\` to \`concurrency\`, or remove ${code(p.channel)} from \`channels\`.`,
  },
  'number-without-flow': {
    severity: warning,
    message: (p: { name: string }) => `${code(p.name)} points at no flow: whoever calls it reaches nobody.`,
    help: (p: { name: string }) =>
      `Write \`-> flow\` behind ${code(p.name)}, or \`existing\` before it if its flow is not to be touched.`,
  },
  'queue-not-served': {
    severity: warning,
    message: (p: { name: string }) => `No routing profile serves ${code(p.name)}: its contacts would wait for ever.`,
    help: (p: { name: string }) => `Add \`serves ${p.name} { … }\` to a routing profile.`,
  },
  'profile-without-user': {
    severity: warning,
    message: (p: { name: string }) => `No user has the routing profile ${code(p.name)}.`,
    help: () => 'Give it to a user, or remove it.',
  },
  'foreign-hours': {
    severity: warning,
    message: (p: {
      queue: string;
      hours: string;
      zone: string;
      number: string;
      country: string;
      local: readonly string[];
    }) => `${code(p.queue)} calls from ${p.number} (${p.country}), but its hours ${code(p.hours)} are in ${p.zone}.`,
    help: (p: {
      queue: string;
      hours: string;
      zone: string;
      number: string;
      country: string;
      local: readonly string[];
    }) =>
      p.local.length === 0
        ? undefined
        : `If its customers are there, the time zone is ${p.local.map((zone) => `“${zone}”`).join(' or ')}.`,
  },
});
