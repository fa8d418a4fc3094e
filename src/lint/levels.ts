/** Which rules run and what their findings count as: presets, levels, the numbers that teams differ on. */
import type { Severity } from '../diagnostics/diagnostic.ts';

export const LEVELS = ['off', 'hint', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** `recommended`: the rules that are right nearly always. `strict`: all, and hints of rules count as warnings. */
export type Preset = 'recommended' | 'strict';

/** A number that a rule goes by. */
export interface RuleOption {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** One sentence: what it counts, and in which unit. */
  readonly about: string;
}

/** What was chosen for a file, as a project file says it. */
export interface RuleChoice {
  readonly preset: Preset;
  /** By code; a code that is not here has the level that the preset gives it. */
  readonly levels: ReadonlyMap<string, Level>;
  /** By code, then by name of the option. */
  readonly options: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

/** What holds where nothing is chosen. */
export const RECOMMENDED: RuleChoice = { preset: 'recommended', levels: new Map(), options: new Map() };

/** What a level needs to know of a rule, or of any other diagnostic that is no error. */
export interface Levelled {
  readonly code: string;
  readonly severity: Severity;
  /** Runs only in the preset `strict`, or where a project names it. */
  readonly strict?: boolean | undefined;
}

/** The level of a rule. What is an error by itself stays one, whatever was chosen. */
export function levelOf({ code, severity, strict }: Levelled, choice: RuleChoice): Level {
  if (severity === 'error') return 'error';
  const chosen = choice.levels.get(code);
  if (chosen !== undefined) return chosen;
  if (!code.startsWith('lint/')) return severity;
  if (choice.preset === 'strict') return 'warning';
  return strict === true ? 'off' : severity;
}

const RANK: Readonly<Record<Level, number>> = { off: 0, hint: 1, warning: 2, error: 3 };

/**
 * What a finding counts as where its rule has a level. A finding that the rule itself is less sure of than of others
 * (`severity` below the rule's own) is not raised by it.
 */
export function severityAt(level: Exclude<Level, 'off'>, found: Severity, own: Severity): Severity {
  return RANK[found] >= RANK[own] || RANK[level] < RANK[found] ? level : found;
}
