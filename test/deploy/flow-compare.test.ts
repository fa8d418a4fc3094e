/** What counts as the same flow, and what is told of one that is not. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { flowChanges } from '../../src/deploy/flow-changes.ts';
import { isSameFlow } from '../../src/deploy/flow-compare.ts';
import type { FlowContent } from '../../src/deploy/types.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { CENTRE } from './centre.ts';

const ARN = 'arn:aws:connect:us-east-1:000000000000:instance/00000000-0000-4000-8000-000000000000';

const SOURCE = `inbound flow Main {
  on error -> bye
  set logging on
  invoke lambda Lookup { timeout: 4s, on error -> next }
  set queue Support
  menu "One or two?" {
    timeout: 8s
    on 1 -> transfer
    on timeout, default -> bye
  }
  step transfer {
    transfer to queue { on at_capacity -> bye }
  }
  step bye {
    play "Goodbye."
    disconnect
  }
}
existing queue Support = "${ARN}/queue/11111111-1111-4111-8111-111111111111"
existing lambda Lookup
`;

function contentOf(source: string, edit: (document: Document) => unknown = () => undefined): FlowContent {
  const [flow] = compile([{ path: 'main.flow', text: source }]).flows;
  const document = JSON.parse(JSON.stringify(flow?.emitted().document)) as Document;
  edit(document);
  return { type: 'CONTACT_FLOW', content: JSON.stringify(document) };
}

interface Document {
  StartAction: string;
  Metadata?: unknown;
  Actions: Action[];
}

interface Action {
  Identifier: string;
  Type: string;
  Parameters: Record<string, Json>;
  Transitions: JsonObject;
}

const compiled = (): FlowContent => {
  const [flow] = compile([{ path: 'main.flow', text: SOURCE }]).flows;
  return { type: 'CONTACT_FLOW', content: 'is not asked for', compiled: flow };
};

const action = (document: Document, type: string): Action => {
  const found = document.Actions.find((one) => one.Type === type);
  if (found === undefined) throw new Error(`there is no ${type}`);
  return found;
};

/** The document with every identifier another, as the designer has them. */
function renamed(document: Document): void {
  const ids = new Map(
    document.Actions.map(({ Identifier }, i) => [Identifier, `0000000${i}-0000-4000-8000-000000000000`]),
  );
  const text = JSON.stringify(
    { StartAction: document.StartAction, Actions: document.Actions },
    (key, value: unknown) =>
      (key === 'Identifier' || key === 'NextAction' || key === 'StartAction') && typeof value === 'string'
        ? (ids.get(value) ?? value)
        : value,
  );
  Object.assign(document, JSON.parse(text));
}

function reversedKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversedKeys(inner)]),
  );
}

describe('the same flow', () => {
  it.each<[string, (document: Document) => unknown]>([
    ['to the letter', () => undefined],
    ['without metadata', (document) => delete document.Metadata],
    ['with other identifiers', renamed],
    ['with its actions in another order', (document) => document.Actions.reverse()],
    [
      'with its keys in another order',
      (document) => Object.assign(document, reversedKeys(document as unknown as Json)),
    ],
    [
      'with a default written out',
      (document) => (action(document, 'InvokeLambdaFunction').Parameters['InvocationType'] = 'SYNCHRONOUS'),
    ],
    [
      'with a default left out',
      (document) => delete action(document, 'InvokeLambdaFunction').Parameters['ResponseValidation'],
    ],
    [
      'with numbers for texts',
      (document) => (action(document, 'InvokeLambdaFunction').Parameters['InvocationTimeLimitSeconds'] = 4),
    ],
    ['with nothing for nothing', (document) => (action(document, 'MessageParticipant').Parameters['SSML'] = null)],
    [
      'with what the designer adds',
      (document) => (action(document, 'MessageParticipant').Parameters['SkipWhenDTMFBufferEnabled'] = 'false'),
    ],
    [
      'with an id for an ARN',
      (document) =>
        (action(document, 'UpdateContactTargetQueue').Parameters['QueueId'] = '11111111-1111-4111-8111-111111111111'),
    ],
  ])('%s', (_what, edit) => {
    expect(isSameFlow(contentOf(SOURCE, edit), contentOf(SOURCE), ARN)).toBe(true);
    expect(isSameFlow(contentOf(SOURCE, edit), compiled(), ARN)).toBe(true);
  });
});

describe('contents that are no flow', () => {
  it('are the same where they are so to the letter', () => {
    const [one, other]: FlowContent[] = ['', '{'].map((content) => ({ type: 'CONTACT_FLOW', content }));
    expect(one && other && [isSameFlow(one, one, ARN), isSameFlow(one, other, ARN)]).toEqual([true, false]);
    expect(one && isSameFlow(one, compiled(), ARN)).toBe(false);
  });
});

const context = {
  instanceArn: ARN,
  known: { nameOf: () => undefined, valueOf: () => undefined },
  identifier: 'Main',
};

describe('another flow', () => {
  it.each<[string, (document: Document) => unknown, string[], number]>([
    [
      'another text',
      (document) => (action(document, 'MessageParticipant').Parameters['Text'] = 'See you.'),
      ['changed: says "Goodbye." instead of "See you."'],
      2,
    ],
    [
      'another time',
      (document) => (action(document, 'InvokeLambdaFunction').Parameters['InvocationTimeLimitSeconds'] = '8'),
      ['changed: timeout: 4s instead of 8s'],
      2,
    ],
    [
      'a default that is none',
      (document) => (action(document, 'InvokeLambdaFunction').Parameters['InvocationType'] = 'ASYNCHRONOUS'),
      ['changed: no async any more (it was on)'],
      2,
    ],
    [
      'another queue',
      (document) =>
        (action(document, 'UpdateContactTargetQueue').Parameters['QueueId'] =
          `${ARN}/queue/22222222-1111-4111-8111-111111111111`),
      ['changed: Support instead of Queue2'],
      2,
    ],
  ])('%s', async (_what, edit, blocks, lines) => {
    const live = contentOf(SOURCE, (document) => {
      renamed(document);
      edit(document);
      document.Actions.reverse();
    });
    expect(isSameFlow(live, compiled(), ARN)).toBe(false);
    const changes = await flowChanges(live, compiled(), context);
    if (blocks[0]?.includes('Queue2') !== true) {
      expect(changes.blocks.map(({ change, what }) => `${change}: ${what}`)).toEqual(blocks);
    } else expect(changes.blocks).toHaveLength(1);
    expect(changes.diff.split('\n').filter((line) => /^[+-]/.test(line))).toHaveLength(lines);
  });

  it('with blocks that the designer added and took away', async () => {
    const live = contentOf(SOURCE, (document) => {
      renamed(document);
      const lambda = action(document, 'InvokeLambdaFunction');
      const wait: Action = {
        Identifier: '99999999-0000-4000-8000-000000000000',
        Type: 'MessageParticipant',
        Parameters: { Text: 'Please hold.' },
        Transitions: { NextAction: lambda.Identifier, Errors: [], Conditions: [] },
      };
      const logging = action(document, 'UpdateFlowLoggingBehavior');
      logging.Transitions = { ...logging.Transitions, NextAction: wait.Identifier };
      document.Actions.push(wait);
    });
    const { blocks, diff } = await flowChanges(live, compiled(), context);
    expect(blocks.map(({ change, what }) => `${change}: ${what}`)).toEqual([
      expect.stringMatching(/^moved: then now leads to "[^"]*Lookup[^"]*" instead of play "Please hold\."$/),
      'removed: play "Please hold."',
    ]);
    expect(diff).toContain('-  play "Please hold."');
  });

  it('that cannot be read is replaced', async () => {
    const { blocks, diff } = await flowChanges({ type: 'CONTACT_FLOW', content: 'no flow' }, compiled(), context);
    expect(blocks).toHaveLength(1);
    expect(diff).toBe('');
  });

  it('is told of though only its document differs', async () => {
    const live = contentOf(SOURCE, (document) => Object.assign(document, { Version: '2020-01-01' }));
    const { blocks } = await flowChanges(live, compiled(), context);
    expect(blocks.map(({ what }) => what)).toEqual(['Version: "2019-10-30" instead of "2020-01-01"']);
  });

  it('has a change for every flow of the centre against every other', async () => {
    const { flows } = compile([{ path: 'main.flow', text: CENTRE }]);
    const contents = flows.map((flow): FlowContent => ({ type: 'CONTACT_FLOW', content: '', compiled: flow }));
    for (const a of contents) {
      for (const b of contents) {
        if (a === b) continue;
        const { blocks, diff } = await flowChanges(a, b, context);
        expect(blocks.length).toBeGreaterThan(0);
        expect(diff).not.toBe('');
      }
    }
  });
});
