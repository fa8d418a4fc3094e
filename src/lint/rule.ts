/** What a rule is. A rule holds for `.flow` and for raw JSON alike: it looks at a FlowGraph. */
import type { Program } from '../check/program.ts';
import type { Diagnostic, Extras, Severity } from '../diagnostics/diagnostic.ts';
import type { Place } from '../text/text.ts';
import type { LintContext } from './context.ts';
import type { RuleChoice, RuleOption } from './levels.ts';
import type { Sample } from './sample.ts';

interface Described {
  /** `service/…`: CreateContactFlow would refuse it. `lint/…`: it would accept it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, for lists. */
  readonly summary: string;
  /** Markdown: what it catches, why it matters to a caller, where that is known from. */
  readonly docs: string;
  /** Runs only in the preset `strict`, or where a project names it: right, and more than many teams want to hear. */
  readonly strict?: boolean;
  /** Numbers that teams differ on, by name. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** A flow that the rule reports, and the same flow put right. */
  readonly bad: () => Sample;
  readonly good: () => Sample;
}

/** A rule over one flow. `block`: what it says of a block rests on that block, so it is heard while others have errors. */
export interface FlowRule extends Described {
  readonly scope: 'flow' | 'block';
  readonly run: (context: LintContext) => void;
}

/** A rule over the declarations of a project. */
export interface ProjectRule extends Described {
  readonly scope: 'project';
  readonly run: (program: Program, found: Diagnostic[]) => void;
}

export type Rule = FlowRule | ProjectRule;

export interface RuleExtras extends Extras {
  /** Where the facts about one action are weaker than the rule's own severity says. */
  readonly severity?: Severity;
}

export type Report<P> = (place: Place, params: P, extras?: RuleExtras) => void;

interface Said<P> extends Described {
  /** What is wrong, in flow terms, one sentence. */
  readonly message: (p: P) => string;
  /** What to do about it. */
  readonly help?: (p: P) => string | undefined;
}

export interface FlowRuleSpec<P, O extends string = string> extends Said<P> {
  /** Without it `block` for what Connect refuses, `flow` for advice. */
  readonly scope?: FlowRule['scope'];
  readonly options?: Readonly<Record<O, RuleOption>>;
  /** `numbers`: the options as they were chosen, or their defaults. */
  readonly check: (context: LintContext, report: Report<P>, numbers: Readonly<Record<O, number>>) => void;
}

export function rule<P, O extends string = string>(spec: FlowRuleSpec<P, O>): FlowRule {
  // One choice holds for all flows of a folder, mostly of a project.
  let chosen: RuleChoice | undefined;
  let numbers = NO_NUMBERS as Readonly<Record<O, number>>;
  return {
    ...described(spec),
    scope: spec.scope ?? (spec.code.startsWith('service/') ? 'block' : 'flow'),
    run: (context) => {
      if (spec.options !== undefined && context.choice !== chosen) {
        chosen = context.choice;
        numbers = numbersOf(spec.code, spec.options, chosen);
      }
      spec.check(context, reporter(spec, context.diagnostics), numbers);
    },
  };
}

export interface ProjectRuleSpec<P> extends Said<P> {
  readonly check: (program: Program, report: Report<P>) => void;
}

export function projectRule<P>(spec: ProjectRuleSpec<P>): ProjectRule {
  return {
    ...described(spec),
    scope: 'project',
    run: (program, found) => {
      spec.check(program, reporter(spec, found));
    },
  };
}

function described({ code, severity, summary, docs, strict, options, bad, good }: Described): Described {
  return {
    code,
    severity,
    summary,
    docs,
    ...(strict === true ? { strict } : {}),
    ...(options === undefined ? {} : { options }),
    bad,
    good,
  };
}

const NO_NUMBERS: Readonly<Record<string, number>> = {};

function numbersOf<O extends string>(
  code: string,
  options: Readonly<Record<O, RuleOption>>,
  choice: RuleChoice,
): Readonly<Record<O, number>> {
  const said = choice.options.get(code);
  const numbers = Object.entries<RuleOption>(options).map(([name, option]) => [name, said?.[name] ?? option.default]);
  return Object.fromEntries(numbers) as Readonly<Record<O, number>>;
}

function reporter<P>(spec: Said<P>, found: Diagnostic[]): Report<P> {
  return (place, wanted, extras = {}) => {
    const params = shortened(wanted);
    const advice = spec.help?.(params);
    found.push({
      code: spec.code,
      severity: extras.severity ?? spec.severity,
      message: spec.message(params),
      place,
      ...(advice === undefined ? {} : { help: advice }),
      ...(extras.related?.length ? { related: extras.related } : {}),
      ...(extras.fixes?.length ? { fixes: extras.fixes } : {}),
    });
  };
}

/** Nobody reads a value of thousands of characters in a message; its beginning tells which it is. */
const LONGEST = 200;

function shortened<P>(params: P): P {
  const entries = Object.entries(params as Readonly<Record<string, unknown>>);
  if (entries.every(([, value]) => typeof value !== 'string' || value.length <= LONGEST)) return params;
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
    ]),
  ) as P;
}
