import { reachFrom, type Wire } from '../../graph/dataflow-wiring.ts';
import { textAt } from '../facts/at-path.ts';
import { insteadOf } from '../facts/instead.ts';
import { wholeNumber } from '../facts/values.ts';
import { rule } from '../rule.ts';
import { block, disconnect, flow, menu } from '../sample.ts';

export default rule<{ block: string; rounds: number }, 'rounds'>({
  code: 'lint/many-rounds',
  severity: 'hint',
  summary: 'A caller who does not answer hears the same menu many times.',
  docs: `
A Loop around a menu lets a caller try again. Who has not managed after three or four rounds will not manage in the tenth:
there is nobody on the line, or somebody who cannot press keys and needs a person.

Source: http://www.plumvoice.com/blog/ivr-prompt-guidelines
`,
  options: { rounds: { default: 5, min: 1, max: 100, about: 'The most rounds for a menu.' } },
  bad: () => ({ content: flow([loop('20'), ask(), disconnect()]) }),
  good: () => ({ content: flow([loop('3'), ask(), disconnect()]) }),
  message: (p) => `${p.block} asks up to ${p.rounds} times.`,
  help: () => 'Three rounds are enough; then lead to a person, or say goodbye.',
  check(context, report, numbers) {
    for (const loop of context.ofType('Loop')) {
      const rounds = wholeNumber(textAt(loop.parameters, 'LoopCount') ?? '');
      if (rounds === undefined || rounds <= numbers.rounds || !context.reached(loop)) continue;
      const wiring = context.wiring();
      const body = loop.conditions.find(({ operands }) => operands[0] === 'ContinueLooping')?.target;
      const start = wiring.numbers.get(body ?? '');
      const first = start === undefined ? undefined : context.actions[start];
      // Where the round begins with the menu, it is the menu that is repeated.
      if (start === undefined || first?.type !== 'GetParticipantInput' || first.conditions.length === 0) continue;
      const number = wiring.numbers.get(loop.id) ?? -1;
      const again = (wire: Wire): boolean => wire.kind !== 'condition';
      if (reachFrom(wiring, start, again).reached[number] !== true) continue;
      const place = context.parameterPlace(loop, 'LoopCount');
      const enough = String(Math.min(ENOUGH, numbers.rounds));
      report(place, { block: context.name(loop), rounds }, insteadOf(String(rounds), enough, place));
    }
  },
});

/** Rounds that the remedy writes. */
const ENOUGH = 3;

function ask() {
  return menu('ask', 'For sales, press 1.', { '1': 'bye' }, 'rounds');
}

function loop(LoopCount: string) {
  return block(
    'rounds',
    'Loop',
    { LoopCount },
    { next: 'bye', equals: { ContinueLooping: 'ask', DoneLooping: 'bye' } },
  );
}
