/** Targets: what `-> name` and the target words mean at a place, and what they are in the end. */
import { lookUp } from '../check/program.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Jump, Name } from '../syntax/ast.ts';
import { isTargetWord } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import { asName } from '../syntax/bare.ts';
import {
  draft,
  NONE,
  NOTHING,
  OFF,
  report,
  type Default,
  type Draft,
  type Junction,
  type Lowering,
  type Target,
  type Where,
} from './lowering.ts';

/** Action types of the blocks that a flow shares under `-> disconnect`, `-> end`, `-> return`. */
export const SHARED_TYPES: Readonly<Record<string, string>> = {
  disconnect: 'DisconnectParticipant',
  end: 'EndFlowExecution',
  return: 'EndFlowModuleExecution',
};

/** Where `-> name` leads from here; `follow` is what stands behind the statement. */
export function targetOf(lowering: Lowering, where: Where, name: Name, follow: Target): Target {
  if (!isTargetWord(name)) return labelled(lowering, name);
  switch (name.text) {
    case 'next':
      return follow;
    case 'none':
      return NONE;
    case 'nothing':
      return NOTHING;
    case 'break':
    case 'continue':
      if (where.loop === undefined) {
        report(lowering, 'outside-repeat', name.span, { word: name.text });
        // Somewhere it was meant to lead, as a name that nothing has.
        return { kind: 'raw', id: name.text };
      }
      return name.text === 'break' ? where.loop.done : where.loop.again;
    default:
      return sharedBlock(lowering, name.text, name.span);
  }
}

function labelled(lowering: Lowering, name: Name): Target {
  const found = lowering.labels.get(name.text);
  if (found !== undefined) return found;
  const suggestion = nearest(name.text, [...lowering.labels.keys(), 'next', 'disconnect', 'end']);
  const isFlow = lookUp(lowering.program, 'flow', name.text) !== undefined;
  const said = { target: name.text, suggestion, isFlow };
  // A quoted name may be an identifier that an imported draft speaks of, so it is written as it stands.
  const fixes = renameTo(name.span, suggestion && asName(suggestion), 'Jump to');
  report(lowering, name.quoted ? 'dangling-target' : 'unknown-target', name.span, said, fixes);
  return { kind: 'raw', id: name.text };
}

/** The flow's one shared last block of a type; made when something first leads to it. */
function sharedBlock(lowering: Lowering, target: string, span: Span): Draft {
  const type = SHARED_TYPES[target] ?? 'DisconnectParticipant';
  let block = lowering.shared.get(type);
  if (block === undefined) {
    const outside: Where = { outer: undefined, defaults: [], steps: [], loop: undefined };
    block = draft(lowering, outside, { type, phrase: target, span });
    lowering.drafts.pop();
    lowering.shared.set(type, block);
  }
  return block;
}

/** The target of a jump. */
export function jumpTarget(lowering: Lowering, where: Where, jump: Jump, follow: Target): Target {
  return targetOf(lowering, where, jump.target, follow);
}

/**
 * What a default says for a branch of a statement: the innermost body that has one wins, in it the line that names the
 * phrase. Inside the step that it names, a default means `next`; a statement that leaves does not inherit `next`.
 */
export function defaultTarget(
  lowering: Lowering,
  where: Where,
  branch: { readonly phrase: string; readonly word: string; readonly leaves: boolean },
  follow: Target,
): Target | undefined {
  for (let at: Where | undefined = where; at !== undefined; at = at.outer) {
    const found = pick(at.defaults, branch.phrase, branch.word);
    if (found === undefined) continue;
    const { target } = found;
    const names = isTargetWord(target) ? target.text === 'next' : where.steps.includes(target.text);
    if (!names) return targetOf(lowering, found.where, target, follow);
    if (!branch.leaves) return follow;
    // A name that its own step covers is no loop for a statement that leaves; `next` is simply not for it.
    return undefined;
  }
  return undefined;
}

/** Whether a default speaks of the branch at all, be it by saying `next`. */
export function hasDefault(where: Where, branch: { readonly phrase: string; readonly word: string }): boolean {
  for (let at: Where | undefined = where; at !== undefined; at = at.outer) {
    if (pick(at.defaults, branch.phrase, branch.word) !== undefined) return true;
  }
  return false;
}

function pick(defaults: readonly Default[], phrase: string, word: string): Default | undefined {
  return (
    defaults.find((d) => d.word === word && d.phrase === phrase) ??
    defaults.find((d) => d.word === word && d.phrase === undefined)
  );
}

/** Follows junctions to what really stands there; a circle of jumps is reported once and leads nowhere. */
export function settle(lowering: Lowering, target: Target): Target {
  let at = target;
  for (let steps = 0; at.kind === 'junction'; steps++) {
    if (steps > lowering.labels.size + MOST_JUNCTIONS) return reportCircle(lowering, at);
    at = at.to ?? OFF;
  }
  return at;
}

/** More places between statements than any row of jumps has that ends somewhere, labels aside. */
const MOST_JUNCTIONS = 10_000;

function reportCircle(lowering: Lowering, start: Junction): Target {
  let named: Name | undefined = start.name;
  const circle = new Set<Junction>();
  for (let at: Target = start; at.kind === 'junction' && !circle.has(at); at = at.to ?? OFF) {
    circle.add(at);
    named ??= at.name;
  }
  if (named !== undefined && !lowering.circles.has(named.text))
    report(lowering, 'jump-in-circles', named.span, { name: named.text });
  for (const { name } of circle) if (name !== undefined) lowering.circles.add(name.text);
  return NONE;
}
