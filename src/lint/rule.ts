/** What a rule is. A rule holds for `.flow` and for raw JSON alike: it looks at a FlowGraph. */
import type { Diagnostic, Extras, Severity } from '../diagnostics/diagnostic.ts';
import type { Place } from '../text/text.ts';
import type { LintContext } from './context.ts';
import type { Sample } from './sample.ts';

export interface Rule {
  /** `service/…`: CreateContactFlow would refuse it. `lint/…`: it would accept it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, for lists. */
  readonly summary: string;
  /** Markdown: what it catches, why it matters to a caller, where that is known from. */
  readonly docs: string;
  /** A flow that the rule reports, and the same flow put right. */
  readonly bad: () => Sample;
  readonly good: () => Sample;
  readonly run: (context: LintContext) => void;
}

export interface RuleExtras extends Extras {
  /** Where the facts about one action are weaker than the rule's own severity says. */
  readonly severity?: Severity;
}

export type Report<P> = (place: Place, params: P, extras?: RuleExtras) => void;

export interface RuleSpec<P> extends Omit<Rule, 'run'> {
  /** What is wrong, in flow terms, one sentence. */
  readonly message: (p: P) => string;
  /** What to do about it. */
  readonly help?: (p: P) => string | undefined;
  readonly check: (context: LintContext, report: Report<P>) => void;
}

export function rule<P>(spec: RuleSpec<P>): Rule {
  const { message, help, check, ...rest } = spec;
  const run = (context: LintContext): void => {
    check(context, (place, params, extras = {}) => {
      const advice = help?.(params);
      const diagnostic: Diagnostic = {
        code: spec.code,
        severity: extras.severity ?? spec.severity,
        message: message(params),
        place,
        ...(advice === undefined ? {} : { help: advice }),
        ...(extras.related?.length ? { related: extras.related } : {}),
        ...(extras.fixes?.length ? { fixes: extras.fixes } : {}),
      };
      context.diagnostics.push(diagnostic);
    });
  };
  return { ...rest, run };
}
