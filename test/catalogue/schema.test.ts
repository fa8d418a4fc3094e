/** The JSON Schemas and the validators compiled from them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberRange } from '../../scripts/schemas/number-range.ts';
import { actions } from '../../src/catalogue/index.ts';
import { undescribedTypes } from '../../src/catalogue/undescribed.ts';
import { flowDocument, flowLanguage } from '../../src/flowjson/validators.generated.js';
import type { Json, JsonObject } from '../../src/text/json.ts';
import { actionOf, documentOf, GOOD } from './samples.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = join(root, '../shared/corpus/modern');
const noCorpus = !existsSync(corpus);

/** What anybody gets who takes the published file and a library. */
const published = new Ajv({ strict: false, logger: false }).compile(
  JSON.parse(readFileSync(join(root, 'schemas/flow-language.schema.json'), 'utf8')) as object,
);

const samples = Object.entries(GOOD).flatMap(([type, list]) => list.map((parameters) => [type, parameters] as const));

describe('the schema of flow language', () => {
  it('has a sample for every action', () => {
    expect([...actions.keys()].filter((type) => GOOD[type] === undefined)).toEqual([]);
  });

  it.each(samples)('takes a good %s %j', (type, parameters) => {
    const document = documentOf(actionOf(type, parameters));
    expect([flowLanguage(document), flowLanguage.errors ?? null]).toEqual([true, null]);
    expect(published(document)).toBe(true);
  });

  it.each([...undescribedTypes])('takes %s as it is, of which nobody says what it takes', (type) => {
    const transitions = { NextAction: 'b', Errors: [{ ErrorType: 'Whatever', NextAction: 'b' }] };
    const action = { Identifier: 'a', Type: type, Parameters: { Any: { Thing: 1 } }, Transitions: transitions };
    const document = documentOf(action, { Identifier: 'b', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} });
    expect([flowLanguage(document), published(document)]).toEqual([true, true]);
  });

  it.each(['KeyExists', 'Exists'])('takes the question whether something is there, without an operand: %s', (word) => {
    const asked = edited('Compare', 0, (action) => {
      (action['Transitions'] as { Conditions: unknown[] }).Conditions = [
        { Condition: { Operator: word, Operands: [] }, NextAction: 'a' },
      ];
    });
    const document = documentOf(asked);
    expect([flowLanguage(document), published(document)]).toEqual([true, true]);
  });

  it('takes a module with its settings', () => {
    const settings = {
      InputParameters: [],
      OutputParameters: [],
      Transitions: [{ DisplayName: 'Success', ReferenceName: 'Success', Description: '' }],
    };
    expect(flowLanguage({ ...documentOf(actionOf('EndFlowModuleExecution', {})), Settings: settings })).toBe(true);
  });
});

type Edit = (action: Record<string, Json>) => void;

const parameters = (change: JsonObject, type: string, index = 0) =>
  actionOf(type, { ...GOOD[type]?.[index], ...change });

function edited(type: string, index: number, edit: Edit): JsonObject {
  const action = JSON.parse(JSON.stringify(actionOf(type, GOOD[type]?.[index] ?? {}))) as Record<string, Json>;
  edit(action);
  return action;
}

function withoutError(error: string): Edit {
  return (action) => {
    const transitions = action['Transitions'] as { Errors: { ErrorType: string }[] };
    transitions.Errors = transitions.Errors.filter((item) => item.ErrorType !== error);
  };
}

function withError(error: string): Edit {
  return (action) =>
    (action['Transitions'] as { Errors: unknown[] }).Errors.push({ ErrorType: error, NextAction: 'a' });
}

function withCondition(operand: string, operator = 'Equals'): Edit {
  return (action) =>
    (action['Transitions'] as { Conditions: unknown[] }).Conditions.push({
      Condition: { Operator: operator, Operands: [operand] },
      NextAction: 'a',
    });
}

const withoutConditions: Edit = (action) => ((action['Transitions'] as Record<string, Json>)['Conditions'] = []);

/** Documents that the service refuses, and why. */
const BAD: Readonly<Record<string, JsonObject>> = {
  'an action that does not exist': {
    Identifier: 'a',
    Type: 'PlayPrompt',
    Parameters: { Text: 'a' },
    Transitions: { NextAction: 'a' },
  },
  'the name of the page: UnTagContact': { ...actionOf('UntagContact', { TagKeys: ['a'] }), Type: 'UnTagContact' },
  'an unknown parameter': parameters({ QueueId: 'x' }, 'TransferContactToQueue'),
  'a parameter of the page: Wait TimeoutSeconds': actionOf('Wait', { TimeoutSeconds: '5' }),
  'a missing parameter': actionOf('UpdateFlowLoggingBehavior', {}),
  'an empty text': parameters({ Text: '' }, 'MessageParticipant'),
  'a number where strings are due': parameters({ InvocationTimeLimitSeconds: 3 }, 'InvokeLambdaFunction'),
  'a number out of range': parameters({ LoopCount: 101 }, 'Loop'),
  'a boolean where strings are due': parameters({ ContinueFlowExecution: true }, 'TransferParticipantToThirdParty'),
  'two prompts at once': parameters({ SSML: '<speak></speak>' }, 'MessageParticipant'),
  'no prompt at all': actionOf('MessageParticipant', {}),
  'a bot of two kinds': parameters({ LexBot: { Name: 'a', Region: 'b', Alias: 'c' } }, 'ConnectParticipantWithLexBot'),
  'a Lambda time-out of 9 s': parameters({ InvocationTimeLimitSeconds: '9' }, 'InvokeLambdaFunction'),
  'a Lambda time-out that says undefined': parameters(
    { InvocationTimeLimitSeconds: 'undefined' },
    'InvokeLambdaFunction',
  ),
  'an unknown word': parameters({ MediaStreamingState: 'On' }, 'UpdateContactMediaStreamingBehavior'),
  'a literal where a path is due': actionOf('Compare', { ComparisonValue: 'gold' }),
  'a literal callback number': actionOf('UpdateContactCallbackNumber', { CallbackNumber: '+15550100' }),
  'References, which the service refuses': actionOf('UpdateContactData', { References: { a: {} } }),
  'contact data that sets nothing': actionOf('UpdateContactData', { TargetContact: 'Current' }),
  'seven tags': actionOf('TagContact', { Tags: Object.fromEntries([...'abcdefg'].map((key) => [key, 'x'])) }),
  'flow attributes as plain texts': actionOf('UpdateFlowAttributes', { FlowAttributes: { a: 'x' } }),
  'delay and date at once': parameters({ ScheduledTime: '2026-12-29T09:00:00Z' }, 'CreateTask'),
  'a task without flow and template': actionOf('CreateTask', { Name: 'a' }),
  'a stored input without validation': actionOf('GetParticipantInput', {
    Text: 'a',
    StoreInput: 'True',
    InputTimeLimitSeconds: '5',
  }),
  'a menu without StoreInput': actionOf('GetParticipantInput', { Text: 'a', InputTimeLimitSeconds: '5' }),
  'a country without need of one missing': parameters(
    { InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } } },
    'GetParticipantInput',
    2,
  ),
  'half an audio file': actionOf('MessageParticipant', { Media: { Uri: 's3://example/a.wav' } }),
  'recording of two channels at once': parameters(
    { ScreenRecordingBehavior: { ScreenRecordedParticipants: ['Agent'] } },
    'UpdateContactRecordingAndAnalyticsBehavior',
  ),
  'a missing error branch': edited('UpdateContactAttributes', 0, withoutError('NoMatchingError')),
  'a queue transfer without QueueAtCapacity': edited('TransferContactToQueue', 0, withoutError('QueueAtCapacity')),
  'an error branch where none may be': edited('UpdateFlowLoggingBehavior', 0, withError('NoMatchingError')),
  'the wrong catch-all': edited('Compare', 0, withError('NoMatchingError')),
  'a time-out branch when input is stored': edited('GetParticipantInput', 1, withError('InputTimeLimitExceeded')),
  'a menu without time-out branch': edited('GetParticipantInput', 0, withoutError('InputTimeLimitExceeded')),
  'a phone number that is never invalid': edited('GetParticipantInput', 2, withoutError('InvalidPhoneNumber')),
  'digits that are no invalid phone number': edited('GetParticipantInput', 1, withError('InvalidPhoneNumber')),
  'a call that cannot fail though it goes on': edited('TransferParticipantToThirdParty', 1, withoutError('CallFailed')),
  'a call that fails though it never goes on': edited('TransferParticipantToThirdParty', 0, withError('CallFailed')),
  'a case that is linked without a branch for failing': edited('CreateCase', 1, withoutError('ContactNotLinked')),
  'a condition where none may be': edited('UpdateContactAttributes', 0, withCondition('x')),
  'no condition where one must be': edited('Compare', 0, withoutConditions),
  'hours that are never open': edited('CheckHoursOfOperation', 0, withoutConditions),
  'a wait that does not say where its event leads': edited('Wait', 1, withoutConditions),
  'interrupted prompts without a way on': edited('MessageParticipantIteratively', 1, withoutConditions),
  'a key that no telephone has': edited('GetParticipantInput', 0, withCondition('10')),
  'an operator that does not exist': edited('Compare', 0, withCondition('a', 'Contains')),
  'an operand with nothing in it': edited('Compare', 0, withCondition('')),
  'no operand': edited('Compare', 0, (action) => {
    (action['Transitions'] as { Conditions: unknown[] }).Conditions = [
      { Condition: { Operator: 'Equals', Operands: [] }, NextAction: 'a' },
    ];
  }),
  'two operands': edited('Compare', 0, (action) => {
    (action['Transitions'] as { Conditions: unknown[] }).Conditions = [
      { Condition: { Operator: 'Equals', Operands: ['a', 'b'] }, NextAction: 'a' },
    ];
  }),
  'a last block that goes on': edited(
    'DisconnectParticipant',
    0,
    (action) => (action['Transitions'] = { NextAction: 'a' }),
  ),
  'a block that leads nowhere': edited('UpdateContactAttributes', 0, (action) => {
    delete (action['Transitions'] as Record<string, Json>)['NextAction'];
  }),
  'a connector that leads nowhere': edited('UpdateContactAttributes', 0, (action) => {
    (action['Transitions'] as Record<string, Json>)['NextAction'] = '';
  }),
  'an identifier of 51 characters': { ...actionOf('DisconnectParticipant', {}), Identifier: 'x'.repeat(51) },
  'an identifier with a colon': { ...actionOf('DisconnectParticipant', {}), Identifier: 'a:b' },
  'an identifier that is a word of the service': { ...actionOf('DisconnectParticipant', {}), Identifier: 'toString' },
  'a member that actions do not have': { ...actionOf('DisconnectParticipant', {}), Name: 'a' },
};

describe('what the service refuses', () => {
  it.each(Object.entries(BAD))('%s', (_, action) => {
    const document = documentOf(action);
    expect(flowLanguage(document)).toBe(false);
    expect(flowLanguage.errors?.[0]?.instancePath).toMatch(/^\/Actions\/0/);
    expect(published(document)).toBe(false);
  });

  it('documents that are none', () => {
    const action = actionOf('DisconnectParticipant', {});
    const good = documentOf(action);
    for (const bad of [
      null,
      [],
      'x',
      { ...good, Version: '1' },
      { ...good, StartAction: '' },
      { ...good, Actions: [] },
      { ...good, Actions: Array.from({ length: 251 }, () => action) },
    ]) {
      expect(flowLanguage(bad)).toBe(false);
      expect(published(bad)).toBe(false);
    }
  });
});

describe('the schema of any document', () => {
  it('takes drafts', () => {
    expect(
      flowDocument({
        StartAction: '',
        Actions: [{ Type: 'Anything', Parameters: {}, Transitions: { NextAction: '' } }],
        More: 1,
      }),
    ).toBe(true);
  });

  it.each([
    null,
    1,
    [],
    {},
    { Actions: {} },
    { Actions: [1] },
    { Actions: [{}] },
    { Actions: [{ Type: 'A', Transitions: { Errors: {} } }] },
  ])('refuses %j', (document) => {
    expect(flowDocument(document)).toBe(false);
  });
});

describe.skipIf(noCorpus)(`real flows${noCorpus ? ' (skipped: ../shared/corpus is not here)' : ''}`, () => {
  const flows = noCorpus ? [] : readFlows(corpus);

  it('are documents, all of them', () => {
    expect(flows.length).toBeGreaterThan(200);
    expect(flows.filter(([, flow]) => !flowDocument(flow)).map(([name]) => name)).toEqual([]);
  });

  it('are accepted where they are no drafts and no inventions', () => {
    const refused = flows.filter(([, flow]) => !flowLanguage(flow)).map(([name]) => name);
    // Drafts with empty fields, actions with parameters that never were, stored input with a time-out branch.
    expect(refused.length).toBeLessThanOrEqual(38);
  });

  it('have the same verdict from both forms of the schema', () => {
    expect(flows.filter(([, flow]) => flowLanguage(flow) !== published(flow)).map(([name]) => name)).toEqual([]);
  });
});

describe('ranges as patterns', () => {
  it('match what lies in the range and nothing else', () => {
    const bound = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(bound, bound, bound, (a, b, n) => {
        const [min, max] = a < b ? [a, b] : [b, a];
        const pattern = new RegExp(`^${numberRange(min, max)}$`);
        expect(pattern.test(String(n))).toBe(n >= min && n <= max);
        expect(pattern.test(String(min)) && pattern.test(String(max))).toBe(true);
        expect(pattern.test(String(max + 1)) || (min > 0 && pattern.test(String(min - 1)))).toBe(false);
        const open = new RegExp(`^${numberRange(min, undefined)}$`);
        expect(open.test(String(n))).toBe(n >= min);
      }),
    );
    expect(numberRange(undefined, undefined)).toBe('-?\\d+');
  });
});

describe('the generated files', () => {
  it('are up to date', () => {
    const run = () =>
      execFileSync(process.execPath, ['scripts/generate-schemas.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect(run).not.toThrow();
  });

  it('need no library and stay small', () => {
    const file = join(root, 'src/flowjson/validators.generated.js');
    expect(readFileSync(file, 'utf8')).not.toMatch(/\brequire\(|\bimport\b/);
    expect(statSync(file).size).toBeLessThan(330_000);
  });
});

function readFlows(folder: string): (readonly [string, JsonObject])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      try {
        const flow = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject;
        return Array.isArray(flow['Actions']) ? [[name, flow] as const] : [];
      } catch {
        return []; // templates that are no JSON
      }
    });
}
