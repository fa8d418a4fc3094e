/** Remembers what flows mean, so that after a change only the work on what it touched is done again. */
import type { Named, Program } from '../../check/program.ts';
import { workOnFlow, type FlowWork, type WorkOnFlow, type WorkOptions } from '../../compiler.ts';
import type { Ask } from '../../lint/context.ts';
import type { Flow } from '../../syntax/ast.ts';
import { lineStartsOf, positionAt, type SourceText } from '../../text/text.ts';
import { sameTree } from '../same-tree.ts';
import { isNone, movedDiagnostic, movedLowering, type Move } from './shift.ts';
import { originOf } from './shifted.ts';
import { changesBetween, stillHolds, watch, type Changes, type Watched } from './watched.ts';

export interface Memory {
  /** Does the work for one program, on each flow once. */
  readonly workFor: (program: Program, isPlain: IsPlain) => Working;
}

export interface Working {
  readonly work: WorkOnFlow;
  /** All flows of the program were asked for: what is remembered of others is forgotten. */
  readonly isWhole: () => void;
}

/**
 * Whether the tree of a file follows from its text alone, declaration by declaration: it has no mistakes of syntax, whose
 * recovery may reach far, and no values of params in it.
 */
export type IsPlain = (source: SourceText) => boolean;

/** What was found of a flow, as it stood then. */
interface Remembered {
  readonly flow: Flow;
  readonly source: SourceText;
  readonly isPlain: boolean;
  readonly work: FlowWork;
  readonly watched: Watched;
  /** What the rules asked of the project as a whole. */
  readonly asked: readonly Asked[];
  readonly choice: WorkOptions['choice'];
  /** The last program for which all of this was found to be so. */
  holdsFor: Program;
}

interface Asked {
  readonly question: (program: Program) => unknown;
  readonly answer: unknown;
}

export function createMemory(): Memory {
  let known: () => ReadonlyMap<string, readonly Remembered[]> = () => new Map();
  return {
    workFor: (program, isPlain) => {
      const before = known();
      const now = new Map<string, Remembered[]>();
      known = () => new Map([...before, ...now]);
      const done = new Map<Flow, FlowWork>();
      const changes = new Map<Program, Changes>();
      /** What is remembered held for a program before, so that only what changed since then can have made it wrong. */
      const changesSince = (then: Program): Changes => {
        let found = changes.get(then);
        if (found === undefined) changes.set(then, (found = changesBetween(then, program)));
        return found;
      };
      const plain = new Map<SourceText, boolean>();
      const isPlainFile = (source: SourceText): boolean => {
        let known = plain.get(source);
        if (known === undefined) plain.set(source, (known = isPlain(source)));
        return known;
      };
      const work: WorkOnFlow = (flow, source, _, options) => {
        const ready = done.get(flow);
        if (ready !== undefined) return ready;
        const key = `${source.path}\n${flow.name.text}`;
        const moment = { flow, source, program, options, changesSince, isPlain: isPlainFile(source) };
        const remembered = before.get(key)?.find((one) => isReusable(one, moment));
        const kept = remembered ?? remember(moment);
        kept.holdsFor = program;
        const list = now.get(key);
        if (list === undefined) now.set(key, [kept]);
        else list.push(kept);
        const found = asOfNow(kept, flow, source, program);
        done.set(flow, found);
        return found;
      };
      const isWhole = () => {
        known = () => now;
      };
      return { work, isWhole };
    },
  };
}

interface Moment {
  readonly flow: Flow;
  readonly source: SourceText;
  readonly program: Program;
  readonly options: WorkOptions;
  readonly changesSince: (then: Program) => Changes;
  readonly isPlain: boolean;
}

function remember({ flow, source, program, options, isPlain }: Moment): Remembered {
  const watched = watch(program, options.environment);
  const asked: Asked[] = [];
  const ask: Ask = (question) => {
    const answer = question(program);
    asked.push({ question, answer });
    return answer;
  };
  const done = workOnFlow(flow, source, watched.program, {
    ...options,
    environment: watched.environment,
    ask,
  });
  return { flow, source, isPlain, work: done, watched, asked, choice: options.choice, holdsFor: program };
}

function isReusable(one: Remembered, now: Moment): boolean {
  const { watched, asked, choice } = one;
  if (choice !== now.options.choice || !sameText(one, now)) return false;
  if (asked.some(({ question, answer }) => question(now.program) !== answer)) return false;
  return stillHolds(watched.needs, now.changesSince(one.holdsFor), now.program, now.options.environment);
}

/** The same text, read the same way, behind the same indentation. */
function sameText({ flow, source, isPlain }: Remembered, now: Moment): boolean {
  if (flow === now.flow && source === now.source) return true;
  const arePlain = isPlain && now.isPlain;
  if (arePlain && originOf(flow) === originOf(now.flow)) return true;
  return (
    flow.span.end - flow.span.start === now.flow.span.end - now.flow.span.start &&
    fromLineStart(source, flow) === fromLineStart(now.source, now.flow) &&
    flow.doc === now.flow.doc &&
    (arePlain || sameTree(flow, now.flow))
  );
}

function fromLineStart(source: SourceText, { span }: Flow): string {
  const { line } = positionAt(source, span.start);
  return source.text.slice(lineStartsOf(source)[line - 1], span.end);
}

function asOfNow(
  { flow: then, source: from, work: { lowered, findings }, watched }: Remembered,
  flow: Flow,
  source: SourceText,
  program: Program,
): FlowWork {
  const move: Move = { from, to: source, by: flow.span.start - then.span.start };
  const actual = (named: Named): Named => program.names.get(named.kind)?.get(named.name) ?? watched.actual(named);
  return {
    lowered: movedLowering(lowered, move, actual),
    findings: isNone(move) ? findings : findings.map((found) => movedDiagnostic(found, move)),
  };
}
