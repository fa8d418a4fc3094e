/** Pages of the actions, as Markdown, from the catalogue. */
import { actions } from '../../src/catalogue/index.ts';
import { wordOfFlowType } from '../../src/catalogue/flow-types.ts';
import type {
  ActionEntry,
  BranchSlot,
  Category,
  Codec,
  Form,
  Guard,
  Parameter,
  Slot,
} from '../../src/catalogue/types.ts';
import type { FlowType } from '../../src/graph/flow-graph.ts';
import { bullets, code, page, prose, section, table } from './markdown.ts';
import { synopsis, valueWords } from './spelling.ts';

const GENERATED =
  '<!-- Generated from src/catalogue by scripts/generate-action-docs.mjs: edit the catalogue, not this page. -->';

/** Statements that constructs of the compiler say, not the forms of the catalogue. */
const IN_CODE: Readonly<Record<string, readonly string[]>> = {
  Compare: [
    'match $.Path { on "a" -> …, on default -> … }',
    'if $.Path == "a" { … } else { … }',
    'if $.Path == "a" -> name',
  ],
  DistributeByPercentage: ['split { on 30% -> …, on 70% -> … }'],
  Loop: ['repeat 3 { … }'],
};

const GROUPS: Readonly<Record<Category, string>> = {
  contact: 'Contact',
  flow_control: 'Flow control',
  interaction: 'Interaction',
  participant: 'Participant',
};

/** `[path, text]` of every page. */
export function actionPages(): [path: string, text: string][] {
  const entries = [...actions.values()];
  return [
    ['docs/actions/README.md', indexPage(entries)],
    ...entries.map((entry): [string, string] => [`docs/actions/${entry.type}.md`, actionPage(entry)]),
  ];
}

function indexPage(entries: readonly ActionEntry[]): string {
  const groups = Object.entries(GROUPS).map(([category, title]) => {
    const rows = entries
      .filter((entry) => entry.category === category)
      .map((entry) => [
        `[${entry.type}](${entry.type}.md)`,
        `${prose(entry.block.en)} · ${prose(entry.block.ja)}`,
        spellings(entry).map(code).join('<br>'),
      ]);
    return section(title, table(['action', 'block of the console', 'statement'], rows));
  });
  const intro = `Every action of Connect’s flow language that flowc knows, with the statement that says it. What is not here, and what a
statement cannot say, is said with \`action Type { … }\`, so that any flow can be written and any export imported.`;
  return page([GENERATED, '# Actions', intro, ...groups]);
}

function actionPage(entry: ActionEntry): string {
  const retired = entry.retired === undefined ? '' : `> **No longer in service.** ${entry.retired}`;
  const unpublished =
    entry.docStatus === 'exports-only'
      ? '> AWS publishes no page for this action. What stands here was seen in console exports.'
      : '';
  const example = entry.example ?? `action ${entry.type} { }`;
  return page([
    GENERATED,
    `# ${entry.type}`,
    `**${prose(entry.block.en)}** · ${prose(entry.block.ja)}`,
    retired,
    unpublished,
    `\`\`\`flow\n${example}\n\`\`\``,
    section('Statement', bullets(spellings(entry).map(code))),
    section('Parameters', parameters(entry)),
    section('Branches', branches(entry)),
    section('Where it may stand', places(entry)),
    section('What it leaves behind', bullets(entry.results.map(prose))),
    section('Good to know', bullets(entry.restrictions.map(prose))),
    section('Where pages and service differ', bullets(entry.errata.map(prose))),
    section('Not confirmed', bullets(entry.unconfirmed.map(prose))),
    section('Sources', bullets(sources(entry))),
  ]);
}

function spellings(entry: ActionEntry): readonly string[] {
  return entry.forms.length > 0 ? entry.forms.map(synopsis) : (IN_CODE[entry.type] ?? [`action ${entry.type} { … }`]);
}

// ------------------------------------------------------------------------------------------------ parameters

function parameters(entry: ActionEntry): string {
  if (entry.parameters.length === 0) return '';
  const rows = entry.parameters.map((parameter) => [
    code(parameter.name),
    saidAs(entry, parameter),
    required(parameter),
    valueOf(entry, parameter),
    MODES[parameter.mode] ?? parameter.mode,
    [parameter.notes, parameter.refused && `Refused: ${parameter.refused}.`, parameter.retired]
      .filter((text) => text !== undefined)
      .map((text) => prose(text))
      .join(' '),
  ]);
  const rules = entry.constraints.map((rule) => {
    const keys = (rule.keys ?? []).map(code).join(', ');
    const scope = rule.scope === undefined ? '' : ` in ${code(rule.scope)}`;
    return rule.keys === undefined
      ? `At most ${rule.value ?? '?'} ${prose(rule.what ?? '')}.`
      : `${RULES[rule.rule] ?? rule.rule}${scope}: ${keys}.`;
  });
  return [table(['Connect', 'said as', 'required', 'value', 'JSONPath', 'notes'], rows), bullets(rules)]
    .filter((part) => part !== '')
    .join('\n\n');
}

const MODES: Readonly<Record<string, string>> = {
  static: 'no',
  single: 'as the whole value',
  any: 'anywhere in it',
  jsonpath: 'nothing else',
  unconfirmed: 'unconfirmed',
};

const RULES: Readonly<Record<string, string>> = {
  exactlyOne: 'Exactly one',
  atMostOne: 'At most one',
  atLeastOne: 'At least one',
  neverBoth: 'Never both',
};

function required(parameter: Parameter): string {
  if (parameter.required === 'no') return '';
  if (parameter.required === 'yes') return 'yes';
  if (parameter.guard !== undefined) return guardWords(parameter.guard);
  return parameter.when === undefined ? 'sometimes' : prose(parameter.when);
}

function guardWords(guard: Guard): string {
  if (guard.absent === true) return `without ${code(guard.path)}`;
  return guard.is === undefined ? `with ${code(guard.path)}` : `with ${code(guard.path)} ${code(String(guard.is))}`;
}

/** Keyword, operand, or the verb phrase itself; forms that say it alike are not told apart. */
function saidAs(entry: ActionEntry, parameter: Parameter): string {
  const ways = entry.forms.flatMap((form) => {
    const fixed = form.fixed?.[parameter.name];
    if (fixed !== undefined)
      return [`${code(form.phrase)} (${typeof fixed === 'string' ? fixed : JSON.stringify(fixed)})`];
    return slotsOf(form)
      .filter(({ slot }) => covers(slot, parameter.name))
      .map(({ word, slot }) => (slot.path === parameter.name || slot.path === '' ? word : `in ${word}`));
  });
  return [...new Set(ways)].join(', ');
}

function slotsOf(form: Form): { readonly word: string; readonly slot: Slot }[] {
  return [
    ...(form.operands ?? []).map((slot) => ({ word: `${code(form.phrase)} …`, slot })),
    ...(form.entries ?? []).map((slot) => ({ word: code(slot.braces === true ? `${slot.key} { }` : slot.key), slot })),
    ...(form.rest === undefined ? [] : [{ word: 'keys of your own', slot: form.rest }]),
  ];
}

const SPEECH = ['PromptId', 'Text', 'SSML', 'Media'];

function covers(slot: Slot, name: string): boolean {
  if (slot.path === '') return SPEECH.includes(name.split('.')[0] ?? '');
  return slot.path === name || name.startsWith(`${slot.path}.`) || name.startsWith(`${slot.path}[`);
}

function valueOf(entry: ActionEntry, parameter: Parameter): string {
  const slots = entry.forms.flatMap(slotsOf).filter(({ slot }) => slot.path === parameter.name);
  const words = [...new Set(slots.map(({ slot }) => valueWords(slot.as)))];
  const facts = [
    words.length > 0
      ? words.join(' / ')
      : parameter.values === undefined
        ? prose(parameter.kind)
        : parameter.values.map(code).join(', '),
    range(parameter),
    implied(slots.map(({ slot }) => slot)),
  ];
  return facts.filter((fact) => fact !== '').join('; ');
}

function range(parameter: Parameter): string {
  const { min, max, minLen, maxLen, minItems, maxItems, maxBilledChars, maxTotalChars, charset } = parameter;
  return [
    span(min, max, ''),
    span(minLen, maxLen, ' characters'),
    span(minItems, maxItems, parameter.kind.startsWith('map') ? ' keys' : ' items'),
    maxTotalChars === undefined ? '' : `up to ${maxTotalChars} characters, ${maxBilledChars ?? maxTotalChars} billed`,
    charset === undefined ? '' : `of ${code(charset)}`,
    parameter.default === undefined ? '' : `Connect’s default: ${String(parameter.default)}`,
  ]
    .filter((text) => text !== '')
    .join('; ');
}

function span(min: number | undefined, max: number | undefined, unit: string): string {
  if (min === undefined && max === undefined) return '';
  if (max === undefined) return `${min ?? 0}${unit} or more`;
  return `${min === undefined ? 'up to ' : `${min} to `}${max}${unit}`;
}

function implied(slots: readonly Slot[]): string {
  const found = slots.find((slot) => slot.implied !== undefined);
  if (found?.implied === undefined) return '';
  const within = found.impliedWithin === undefined ? '' : ` when ${code(found.impliedWithin)} is written`;
  return `if not written: ${code(saidJson(found.implied, found.as))}${within}`;
}

function saidJson(value: unknown, codec: Codec): string {
  if (typeof codec === 'object' && 'enum' in codec)
    return Object.entries(codec.enum).find(([, wire]) => wire === value)?.[0] ?? String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// ------------------------------------------------------------------------------------------------ branches

function branches(entry: ActionEntry): string {
  if (entry.terminal) return 'None: the flow ends here.';
  const slots = entry.forms.flatMap((form) => (form.branches ?? []).map((branch) => ({ form, branch })));
  const keys = [...new Set(slots.map(({ branch }) => branchKey(branch)))];
  const rows = keys.map((key) => {
    const same = slots.filter(({ branch }) => branchKey(branch) === key);
    const only =
      same.length === entry.forms.length
        ? ''
        : ` (${[...new Set(same.map(({ form }) => code(form.phrase)))].join(', ')})`;
    const branch = same[0]?.branch as BranchSlot;
    return [
      code(`on ${branch.word}`),
      `${code('error' in branch ? branch.error : `Equals ${branch.equals}`)}${only}`,
      need(entry, branch),
    ];
  });
  const said = rows.length === 0 ? factRows(entry) : rows;
  return [said.length === 0 ? '' : table(['branch', 'Connect', 'required'], said), ...control(entry)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function branchKey(branch: BranchSlot): string {
  return JSON.stringify(branch);
}

function need(entry: ActionEntry, branch: BranchSlot): string {
  const when = branch.when === undefined ? '' : ` ${guardWords(branch.when)}`;
  if (branch.need === 'always') return `yes${when}`;
  const guard =
    'error' in branch
      ? errorGuard(entry, branch.error)
      : entry.conditions.demanded?.find((demand) => demand.operand === branch.equals)?.guard;
  if (guard !== undefined) return `yes ${guardWords(guard)}`;
  return branch.need === 'optional' ? `no; a default covers it${when}` : `no; only where it is written${when}`;
}

function errorGuard(entry: ActionEntry, type: string): Guard | undefined {
  return entry.errors.find((error) => error.type === type)?.guard;
}

/** Of actions that constructs say: the errors as the service has them. */
function factRows(entry: ActionEntry): string[][] {
  return entry.errors.map((error) => [
    code(error.type === 'NoMatchingCondition' ? 'on default' : 'on error'),
    code(error.type),
    error.mandatory === 'yes' ? 'yes' : 'no',
  ]);
}

function control(entry: ActionEntry): readonly string[] {
  const said = (sentence: string, holds: (form: Form) => boolean): string => {
    const forms = entry.forms.filter(holds);
    if (forms.length === 0) return '';
    return forms.length === entry.forms.length
      ? sentence
      : `${forms.map((form) => code(form.phrase)).join(', ')}: ${sentence}`;
  };
  const success = entry.forms.flatMap(({ control: c }) =>
    c.kind === 'check' && c.success !== 'comparison' ? [c.success.equals] : [],
  )[0];
  const sentences: readonly (readonly [string, (form: Form) => boolean])[] = [
    [
      `The next line is where ${code(success ?? '')} leads.`,
      ({ control: c }) => c.kind === 'check' && c.success !== 'comparison',
    ],
    [
      'The next line is where the comparison of the statement leads; more of them may stand in braces: `on > 10 -> …`.',
      ({ control: c }) => c.kind === 'check' && c.success === 'comparison',
    ],
    ['Nothing falls through: every way on is a branch.', ({ control: c }) => c.kind === 'decision'],
    ['Control goes elsewhere; the next line is reached by branches only.', ({ control: c }) => c.kind === 'leave'],
    ['Keys of the telephone are branches too: `on 1 -> …`, `on * -> …`.', (form) => form.cases === 'keys'],
    [
      `Branches of your own are quoted: \`on "…" -> …\` (${prose(entry.conditions.operandKind ?? 'name')}).`,
      (form) => form.cases === 'names',
    ],
  ];
  return sentences.map(([sentence, holds]) => said(sentence, holds));
}

// ------------------------------------------------------------------------------------------------ places and sources

function places(entry: ActionEntry): string {
  const channels = Object.entries(entry.channels).map(([channel, answer]) => [
    channel,
    CHANNELS[answer] ?? prose(answer),
  ]);
  return [`Flows: ${flowKinds(entry)}`, table(['channel', 'what happens'], channels)].join('\n\n');
}

const CHANNELS: Readonly<Record<string, string>> = {
  yes: 'works',
  no: 'not for this channel',
  error_branch: 'takes the error branch',
  success_no_effect: 'goes on without effect',
};

function flowKinds(entry: ActionEntry): string {
  const { flowTypesAllowed: allowed, flowTypesBlockPage: block } = entry;
  if (allowed === null) return block === null ? 'not published.' : `${words(block)}.`;
  const also = (block ?? []).filter((type) => !allowed.includes(type));
  const more = also.length === 0 ? '' : `; by the page of the block also ${words(also)}`;
  return allowed.length >= 9 ? 'every kind, and modules.' : `${words(allowed)}${more}.`;
}

function words(types: readonly FlowType[]): string {
  return types.map((type) => code(wordOfFlowType(type))).join(', ');
}

function sources(entry: ActionEntry): readonly string[] {
  const urls = [entry.sourceUrl, ...entry.moreUrls].filter((url) => url !== '').map((url) => `<${url}>`);
  const seen =
    entry.realFlowUsesSeen === 0
      ? 'Not seen in public flows.'
      : `Seen ${entry.realFlowUsesSeen} times in public flows.`;
  const live = entry.liveChecked.map((check) => `Live: ${prose(check)}`);
  return [...urls, ...live, `${seen} Confidence: ${prose(entry.confidence)}.`];
}
