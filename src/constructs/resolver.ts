/** Names in statements → what they stand for in the environment. */
import { resolve } from '../check/names.ts';
import { lookUp } from '../check/program.ts';
import { renameTo, replaceBy } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Value } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import type { Resolver } from './codecs.ts';
import { plainText, report, type Lowering } from './lowering.ts';
import { colonsMissing, reportMissingColon } from './missing-colon.ts';
import { writtenTime } from './spelled-time.ts';

export interface FlowResolver extends Resolver {
  /** Display names of what was resolved, by the span that named it. */
  readonly displays: ReadonlyMap<Span, string>;
}

/** Resolves the names of a flow, and remembers what they are called in the console. */
export function resolverFor(flow: () => Lowering): FlowResolver {
  const displays = new Map<Span, string>();
  return {
    displays,
    resolve: (kind, value) => {
      const lowering = flow();
      const said = plainText(value) ?? '';
      const named = lookUp(lowering.program, kind, said);
      if (named === undefined) {
        // A quoted text that names nothing stands for itself: an id, a placeholder, or nothing at all.
        if (value.kind === 'text') return said;
        reportUnknown(lowering, kind, value, said);
        // Something of the right shape, so that no other message follows from this one.
        return `arn:aws:connect:us-east-1:000000000000:instance/unresolved/${kind}/${said}`;
      }
      lowering.references.push({ named, place: { source: lowering.source, span: value.span } });
      displays.set(value.span, named.display);
      const bound = named.pin ?? lowering.environment.bind(named);
      if (bound === undefined) {
        report(lowering, 'unbound-name', value.span, { kind, name: said, environment: lowering.environment.name });
      }
      return bound;
    },
    lacks: ({ span }, wanted) => {
      report(flow(), 'value-kind', span, { said: undefined, wanted, suggestion: undefined });
      return undefined;
    },
    wrong: (value, wanted, words = []) => {
      const lowering = flow();
      const clauses = colonsMissing(value);
      if (clauses.length > 0) {
        clauses.forEach((clause) => reportMissingColon(lowering, clause));
        return undefined;
      }
      // A value that nobody wrote is missing in the statement that is being lowered.
      const span = value.span.end > 0 ? value.span : (lowering.drafts.at(-1)?.place.span ?? value.span);
      const said = value.span.end > 0 ? shortText(value) : undefined;
      const suggestion = meantBy(value, wanted, words);
      report(lowering, 'value-kind', span, { said, wanted, suggestion }, renameTo(span, suggestion));
      return undefined;
    },
  };
}

/** The value as messages show it; undefined for lists, braces and long texts. */
function shortText(value: Value): string | undefined {
  const said = value.kind === 'text' ? JSON.stringify(value.value) : plainText(value);
  return said === undefined || said.length > 40 ? undefined : said;
}

/** The word that was probably meant, or the time that a bare number lacks its unit for. */
function meantBy(value: Value, wanted: string, words: readonly string[]): string | undefined {
  if (value.kind === 'phrase' && wanted.startsWith('a time')) return writtenTime(value);
  if (value.kind === 'word') {
    const near = words.length === 1 ? words[0] : nearest(value.text, words);
    if (near !== undefined) return near;
    if (words.includes('on')) return SWITCHES.get(value.text.toLowerCase());
    return wanted.startsWith('a text in quotes') ? JSON.stringify(value.text) : undefined;
  }
  return value.kind === 'number' &&
    wanted.startsWith('a time like') &&
    (!value.text.startsWith('-') || wanted.includes('-'))
    ? `${value.text}s`
    : undefined;
}

/** What other languages call on and off. */
const SWITCHES: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'enabled', 'enable'].map((word) => [word, 'on'] as const),
  ...['false', 'no', 'disabled', 'disable'].map((word) => [word, 'off'] as const),
]);

function reportUnknown(lowering: Lowering, kind: EntityKind, value: Value, said: string): void {
  const spare = said === kind ? blanksBeforeName(lowering.source.text, value.span.end) : undefined;
  if (spare !== undefined) {
    const kindAndBlanks = { start: value.span.start, end: value.span.end + spare };
    const fix = replaceBy(kindAndBlanks, '', `Leave \`${kind}\` out`);
    report(lowering, 'unknown-reference', value.span, { kind, name: said, suggestion: undefined, isKind: true }, fix);
    return;
  }
  const resolution = resolve(lowering.program, kind, said);
  if (resolution.found !== undefined) return;
  const { suggestion, other } = resolution;
  report(
    lowering,
    'unknown-reference',
    value.span,
    { kind, name: said, suggestion, isKind: false, found: other?.kind },
    renameTo(value.span, suggestion),
  );
}

/** How many blanks stand between an offset and a name on the same line: `set queue queue Support`. */
function blanksBeforeName(text: string, offset: number): number | undefined {
  return /^([ \t]+)[\p{Lu}\p{Lo}]/u.exec(text.slice(offset, offset + 100))?.[1]?.length;
}
