/** Default lines (`on error -> apology`) whose branches lead elsewhere in the live flow, together. */
import type { RaisedTarget } from '../../../constructs/types.ts';
import type { Branch } from '../../../syntax/ast.ts';
import { printName } from '../../../syntax/print-leaves.ts';
import type { TextEdit } from '../../../text/text.ts';
import { patternIn } from './change.ts';
import type { Raised } from './insert.ts';
import type { Labels } from './labels.ts';
import { keyOf } from './say.ts';
import type { Spot, Stretch } from './spots.ts';
import type { Working } from './working.ts';

/** What the branches that a line covers lead to now, and how many of them. */
type Votes = Map<string, { count: number; readonly target: RaisedTarget | undefined }>;

/** Most of what a line covers decides where it leads; the others get lines of their own afterwards. */
export function redefaultEdits(working: Working, raised: Raised, labels: Labels): TextEdit[] {
  const votes = new Map<Branch, Votes>();
  for (const [liveId, own] of working.ownOf) {
    const spot = working.spotOf.get(own);
    const said = raised.own.get(own);
    const live = raised.live.get(liveId);
    if (spot === undefined || said === undefined || live === undefined) continue;
    const block = spot.node.kind === 'statement' ? spot.node.block : undefined;
    for (const { pattern, word, need, target } of live.branches) {
      if (word === undefined || need === 'written' || patternIn({ block }, pattern) !== undefined) continue;
      const line = lineFor(spot, said.phrase, word);
      const before = said.branches.find((each) => keyOf(each.pattern) === keyOf(pattern));
      if (line === undefined || before === undefined) continue;
      const isSame = sameTarget(working, before.target, target);
      vote(votes, line, isSame ? undefined : target);
    }
  }
  const edits: TextEdit[] = [];
  for (const [line, counts] of votes) {
    const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
    if (most?.target === undefined || line.target.kind !== 'jump') continue;
    const to = most.target.kind === 'action' ? labels.to(most.target.id) : undefined;
    if (to === undefined) continue;
    edits.push({ span: line.target.target.span, newText: printName(to, 'target') });
  }
  return [...edits, ...labels.edits()];
}

function vote(votes: Map<Branch, Votes>, line: Branch, target: RaisedTarget | undefined): void {
  const counts: Votes = votes.get(line) ?? new Map<string, { count: number; target: RaisedTarget | undefined }>();
  const key = target === undefined ? '' : keyOf(target);
  const each = counts.get(key) ?? { count: 0, target };
  each.count++;
  counts.set(key, each);
  votes.set(line, counts);
}

function sameTarget({ liveOf }: Working, own: RaisedTarget, live: RaisedTarget): boolean {
  if (own.kind === 'action') return live.kind === 'action' && liveOf.get(own.id) === live.id;
  return keyOf(own) === keyOf(live);
}

/** The default line that covers a branch: of the innermost body, the one that names the phrase first. */
function lineFor(spot: Spot, phrase: string, word: string): Branch | undefined {
  for (let at: Stretch | undefined = spot.stretch; at !== undefined; at = at.outer?.stretch) {
    if (at.seat.of === 'repeat') continue;
    const lines = at.body.items.filter((item): item is Branch => item.kind === 'branch');
    const says = (wanted: string) =>
      lines.find(({ patterns }) =>
        patterns.some(({ words }) => words.map((each) => ('text' in each ? each.text : '')).join(' ') === wanted),
      );
    const found = says(`${phrase} ${word}`) ?? says(word);
    if (found !== undefined) return found;
  }
  return undefined;
}
