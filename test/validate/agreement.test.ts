/** Where the judge refuses and the compiler says nothing, or the other way round, one of the two is wrong. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emit } from '../../src/flowjson/emit.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { flowGraph } from '../constructs/arbitrary.ts';
import { disagreement } from './agreement.ts';
import { runs } from '../runs.ts';

const RUNS = runs(60);

/** Something fills these in before the service sees them. */
const TOKEN = /\$\{|\{\{/;

it('judge and compiler agree on actions made of the catalogue, plausible, odd and broken', () => {
  fc.assert(
    fc.property(flowGraph, (graph) => {
      const { Actions } = JSON.parse(emit(graph).json) as { Actions: readonly JsonObject[] };
      for (const action of Actions) {
        // Types that nobody knows are warned of, and refused; returns depend on the module around them.
        if (/^(Unknown|No Such|EndFlowModule)/.test(String(action.Type)) || TOKEN.test(JSON.stringify(action)))
          continue;
        expect(disagreement(action)).toBeUndefined();
      }
    }),
    { numRuns: RUNS },
  );
});

it('a word of which there may be more is taken by both', () => {
  const engine = (SpeechRecognitionEngine: string | number): JsonObject => ({
    Type: 'ConnectParticipantWithAgenticCX',
    Parameters: {
      AgentConfiguration: { WorkspaceId: 'w', ApplicationId: 'a', Alias: 'live' },
      SpeechRecognitionConfiguration: { SpeechRecognitionEngine },
    },
    Transitions: {
      NextAction: 'end',
      Errors: ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'].map((ErrorType) => ({
        NextAction: 'end',
        ErrorType,
      })),
      Conditions: [],
    },
  });
  for (const said of ['AMAZON_AGENTIC_VOICE', 'ANOTHER', 'another one', 5]) {
    expect(disagreement(engine(said))).toBeUndefined();
  }
});
