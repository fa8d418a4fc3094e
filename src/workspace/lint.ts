/** `lint` of the project file: presets, levels and numbers, by folder. */
import { posix, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { memberOf } from '../flowjson/json-scan.ts';
import { nodeAt, placeAt, wholeLayer, type JsonPath, type Layer } from '../flowjson/layer.ts';
import { configurableCodes, knownCodes } from '../lint/codes.ts';
import { LEVELS, RECOMMENDED, type Level, type Preset, type RuleChoice } from '../lint/levels.ts';
import type { ChoiceFor } from '../lint/settle.ts';
import { project } from './diagnostics.ts';
import type { Project } from './project.ts';

/** As the schema has it. */
export interface LintSettings {
  readonly preset?: Preset;
  readonly rules?: RuleSettings;
  readonly overrides?: readonly Override[];
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>;
/** The level, or beside it the rule's numbers. */
export type RuleSetting = Level | Readonly<Record<string, Level | number>>;

interface Override {
  /** Files, folders and patterns, relative to the project file. */
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

/** What holds for the files of a project; undefined where it chooses nothing. `cwd`: what paths of sources are relative to. */
export function rulesOf(project: Pick<Project, 'root' | 'lint'> | undefined, cwd: string): ChoiceFor | undefined {
  const lint = project?.lint;
  if (project === undefined || lint === undefined) return undefined;
  const base = withRules({ ...RECOMMENDED, preset: lint.preset ?? 'recommended' }, lint.rules ?? {});
  const overrides = (lint.overrides ?? []).map(({ files, rules }) => ({ matches: files.map(matcherOf), rules }));
  if (overrides.length === 0) return () => base;
  const choices = new Map<string, RuleChoice>();
  return ({ path }) => {
    let choice = choices.get(path);
    if (choice === undefined) {
      const inProject = relative(project.root, resolve(cwd, path)).split(sep).join('/');
      choice = overrides
        .filter(({ matches }) => matches.some((matches) => matches(inProject)))
        .reduce((before, { rules }) => withRules(before, rules), base);
      choices.set(path, choice);
    }
    return choice;
  };
}

function withRules(choice: RuleChoice, rules: RuleSettings): RuleChoice {
  const levels = new Map(choice.levels);
  const options = new Map(choice.options);
  for (const [code, setting] of Object.entries(rules)) {
    const level = levelIn(setting);
    if (level !== undefined) levels.set(code, level);
    const numbers = numbersIn(setting);
    if (numbers.length === 0) continue;
    options.set(code, { ...options.get(code), ...Object.fromEntries(numbers) });
    // A rule whose numbers are chosen is meant to run, though the preset does not have it.
    const known = knownCodes().get(code);
    if (known?.strict === true && !levels.has(code)) levels.set(code, known.severity);
  }
  return { preset: choice.preset, levels, options };
}

function levelIn(setting: RuleSetting): Level | undefined {
  const level = typeof setting === 'string' ? setting : setting['level'];
  return LEVELS.find((each) => each === level);
}

function numbersIn(setting: RuleSetting): (readonly [name: string, value: number])[] {
  if (typeof setting === 'string') return [];
  return Object.entries(setting).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value] as const] : [],
  );
}

/** Whether some rule counts as an error that is none by itself, somewhere in the project. */
export function raisesErrors({ preset: _, rules, overrides }: LintSettings): boolean {
  const all = [rules ?? {}, ...(overrides ?? []).map((override) => override.rules)];
  return all.some((settings) => Object.values(settings).some((setting) => levelIn(setting) === 'error'));
}

// ------------------------------------------------------------------------------------------------ files

/** A path without signs is a file or a folder with all in it. `*` and `?` stay within a folder, `**` goes through any. */
function matcherOf(pattern: string): (path: string) => boolean {
  const wanted = posix.normalize(pattern.replaceAll('\\', '/')).replace(/^\.\/|\/$/g, '');
  if (wanted === '.' || wanted === '') return () => true;
  if (!/[*?]/.test(wanted)) return (path) => path === wanted || path.startsWith(`${wanted}/`);
  const expression = wanted.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
  const matches = new RegExp(`^${expression}$`);
  return (path) => matches.test(path);
}

const SIGNS: Readonly<Record<string, string>> = { '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*', '?': '[^/]' };

// ------------------------------------------------------------------------------------------------ what is wrong

/** Rules that do not exist, or cannot be configured so. */
export function lintProblems({ lint, source }: Pick<Project, 'lint' | 'source'>): Diagnostic[] {
  if (lint === undefined || source === undefined) return [];
  const layer = wholeLayer(source);
  const groups: readonly (readonly [JsonPath, RuleSettings])[] = [
    [['lint', 'rules'], lint.rules ?? {}],
    ...(lint.overrides ?? []).map(({ rules }, i) => [['lint', 'overrides', i, 'rules'], rules] as const),
  ];
  return groups.flatMap(([path, rules]) =>
    Object.entries(rules).flatMap(([code, setting]) => ruleProblems(code, setting, path, layer)),
  );
}

function ruleProblems(code: string, setting: RuleSetting, path: JsonPath, layer: Layer): Diagnostic[] {
  const keyPlace = (at: JsonPath, key: string) =>
    layer.place(memberOf(nodeAt(layer, at), key)?.keySpan ?? { start: 0, end: 0 });
  const known = knownCodes().get(code);
  if (known === undefined) {
    return [project('unknown-rule', keyPlace(path, code), { code, suggestion: nearest(code, configurableCodes()) })];
  }
  if (known.severity === 'error') return [project('fixed-rule', keyPlace(path, code), { code })];
  if (typeof setting === 'string') return [];
  const keys = ['level', ...Object.keys(known.options ?? {})];
  return Object.entries(setting).flatMap(([key, value]) => {
    if (key === 'level') return [];
    const option = Object.hasOwn(known.options ?? {}, key) ? known.options?.[key] : undefined;
    if (option === undefined) {
      const suggestion = nearest(key, keys);
      const where = `The rule \`${code}\``;
      return [project('unknown-setting', keyPlace([...path, code], key), { where, key, suggestion, keys })];
    }
    if (Number.isInteger(value) && Number(value) >= option.min && Number(value) <= option.max) return [];
    const wanted = `a whole number from ${option.min} to ${option.max}`;
    return [project('setting-value', placeAt(layer, [...path, code, key]), { key: `\`${key}\` of ${code}`, wanted })];
  });
}
