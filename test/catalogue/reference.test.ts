/**
 * The facts of the catalogue against the reference that they were taken from, field by field. Where the catalogue knows
 * better (the reference has it in prose, or the live service answers otherwise), the deviation stands below with its reason.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry } from '../../src/catalogue/types.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../../src/text/json.ts';

const file = new URL('../../../shared/reference/actions.json', import.meta.url);
const missing = !existsSync(file);

const EXPANDED = 'the page says it once for both channels; machines need the full path';
const NESTED = 'the page leaves out the path of the condition';
const EXPORTED = 'undocumented, in console exports';

/** `Type: field` (of a parameter: its name, then the field; `+` added) → why it differs from the reference. */
const deviations: Readonly<Record<string, string>> = {
  'CreateCase: +ContactToLink': EXPORTED,
  'ConnectParticipantWithLexBot: constraints': 'the service asks for at least one; a prompt excludes no first message',
  'EndFlowModuleExecution: flowTypesAllowed': 'the page says "modules only", and modules are a type here',
  'AuthenticateParticipant: flowTypesAllowed': 'taken from the block page; the action page says nothing',
  'AuthenticateParticipant: +error TimeLimitExceeded': EXPORTED,
  'AuthenticateParticipant: conditions.operands':
    'a console export shows OptedOut where the reference has "unconfirmed"',
  'UpdateContactData: IsVoiceIdStreamingEnabled.values': 'the page says TRUE and FALSE, exports write true and false',
  'UpdateContactData: IsVoiceAuthenticationEnabled.values':
    'the page says TRUE and FALSE, exports write true and false',
  'UpdateContactData: IsFraudDetectionEnabled.values': 'the page says TRUE and FALSE, exports write true and false',
  ...Object.fromEntries(
    ['IsVoiceIdStreamingEnabled', 'IsVoiceAuthenticationEnabled', 'IsFraudDetectionEnabled'].flatMap((key) =>
      ['required', 'when'].map((field) => [
        `UpdateContactData: ${key}.${field}`,
        'a restriction of the reference, for machines',
      ]),
    ),
  ),
  'CreateWisdomSession: +OrchestrationAIAgentConfiguration.AgentAssistanceAgentVersionArn': EXPORTED,
  ...Object.fromEntries(
    [
      'CreateWisdomSession: channels',
      'CreateWisdomSession: errata',
      'CreateWisdomSession: restrictions',
      'MessageParticipant: SkipWhenDTMFBufferEnabled.default',
      'MessageParticipant: SkipWhenDTMFBufferEnabled.notes',
      'MessageParticipant: errata',
      'MessageParticipant: flowTypesBlockPage',
      'ShowView: restrictions',
    ].map((fact) => [fact, 'the page as it was in 2026-10 and later']),
  ),
  'UpdateContactTextToSpeechVoice: +ExternalCredentialSecretARN': 'the admin guide’s page on voices of other providers',
  'UpdateContactTextToSpeechVoice: restrictions': 'the admin guide’s page on voices of other providers',
  'UpdateContactTextToSpeechVoice: moreUrls': 'the admin guide’s page on voices of other providers',
  'UpdateContactEventHooks: +EventHooksConfiguration.AgentWhisper.DisableExecution': EXPORTED,
  'UpdateContactEventHooks: +EventHooksConfiguration.CustomerWhisper.DisableExecution': EXPORTED,
  'UpdateContactEventHooks: EventHooks.required': 'exports switch a whisper off without naming a flow',
  'UpdateContactRecordingBehavior: AnalyticsBehavior.AnalyticsMode.values': 'exports also write PostContact',
  'UpdateContactRecordingBehavior: AnalyticsBehavior.AnalyticsRedactionEntities.values': 'the block page lists them',
  ...Object.fromEntries(
    ['minItems', 'notes'].map((field) => [
      `UpdateContactRecordingBehavior: AnalyticsBehavior.AnalyticsRedactionEntities.${field}`,
      'the action page: an empty list is not allowed',
    ]),
  ),
  ...Object.fromEntries(
    ['confidence', 'docStatus', 'restrictions', 'unconfirmed'].map((field) => [
      `LoadContactContent: ${field}`,
      'the block page shows the whole action',
    ]),
  ),
  'CheckHoursOfOperation: restrictions': 'the block page has a branch for each override that it names',
  'CheckHoursOfOperation: unconfirmed': 'the block page has a branch for each override that it names',
  'Wait: +TimeoutSeconds': 'the page’s name, which the service refuses',
  'UpdateContactData: constraints': 'the console sets segment attributes alone, too',
  'Loop: constraints': 'the block page: a number of rounds or a list',
  'GetParticipantInput: DTMFConfiguration.InputTerminationSequence.charset': 'the note of the reference, for machines',
  'GetParticipantInput: DTMFConfiguration.InputTerminationSequence.notes': 'the note of the reference, for machines',
  ...Object.fromEntries(
    ['VoiceBehavior.VoiceAnalyticsBehavior', 'ChatBehavior.ChatAnalyticsBehavior'].flatMap((base) =>
      ['Enabled', 'RedactionResults', 'RedactionMaskMode', 'RedactionEntities'].map((key) => [
        `UpdateContactRecordingAndAnalyticsBehavior: +${base}.ConversationalAnalyticsRedactionConfiguration.${key}`,
        'in the note of the object',
      ]),
    ),
  ),
  ...Object.fromEntries(
    ['Enabled', 'RedactionMaskMode', 'RedactionEntities', 'DeliverUnprocessedMessages'].map((key) => [
      `UpdateContactRecordingAndAnalyticsBehavior: +ChatBehavior.ChatAnalyticsBehavior.InFlightChatRedactionConfiguration.${key}`,
      'in the note of the object',
    ]),
  ),
  ...Object.fromEntries(
    ['Name', 'Value', 'ProficiencyLevel', 'ComparisonOperator'].flatMap((key) =>
      ['required', 'when'].map((field) => [
        `UpdateContactRoutingCriteria: RoutingCriteria.Steps[].Expression.AttributeCondition.${key}.${field}`,
        'an expression may be another kind of condition, or name agents',
      ]),
    ),
  ),
  'UpdateContactRoutingCriteria: RoutingCriteria.Steps.mode': 'the action page: statically or dynamically',
  'UpdateContactRoutingCriteria: moreUrls': 'the API has the members of a range',
  ...Object.fromEntries(
    ['Range', 'Range.MinProficiencyLevel', 'Range.MaxProficiencyLevel'].map((key) => [
      `UpdateContactRoutingCriteria: +RoutingCriteria.Steps[].Expression.AttributeCondition.${key}`,
      'what the operator Range compares with; from the API',
    ]),
  ),
  'UpdateContactRoutingCriteria: RoutingCriteria.Steps[].Expression.AttributeCondition.ComparisonOperator.values':
    'exports that prefer agents write Match',
  'UpdateContactRoutingCriteria: +RoutingCriteria.Steps[].Expression.AttributeCondition.MatchCriteria.AgentsCriteria.AgentIds':
    EXPORTED,
  ...Object.fromEntries(
    ['AndExpression', 'OrExpression', 'NotAttributeCondition'].map((key) => [
      `UpdateContactRoutingCriteria: +RoutingCriteria.Steps[].Expression.${key}`,
      'the reference names it in a note, and gives its limits',
    ]),
  ),
  'GetParticipantInput: StoreInput.required': 'the touchtone-buffer form is exported without it',
  'GetParticipantInput: StoreInput.when': 'the touchtone-buffer form is exported without it',
  'GetParticipantInput: InputValidation.when': 'the page of the touchtone-buffer block stores without one',
  ...Object.fromEntries(
    ['minItems', 'notes', 'required'].map((field) => [
      `UpsertDataTableValues: DataTableUpsertAttributes[].Attributes.${field}`,
      'the page of the block counts groups without any',
    ]),
  ),
  'UpsertDataTableValues: LockVersion.kind': 'two builders of flows disagree',
  'UpsertDataTableValues: LockVersion.notes': 'two builders of flows disagree',
  'GetMetricData: QueueChannel.values': 'a console export writes Email',
  'GetMetricData: QueueChannel.notes': 'a console export writes Email',
  'CreateTask: +SegmentAttributes': EXPORTED,
  'StartOutboundChatContact: +error TemplateRenderingError': EXPORTED,
  'UpdateContactRoutingCriteria: RoutingCriteria.Steps[].Expiry.DurationInSeconds.kind':
    'a console export writes a number',
  'UpdateContactRoutingCriteria: RoutingCriteria.Steps[].Expiry.DurationInSeconds.notes':
    'a console export writes a number',
  'GetCustomerProfileObject: ProfileRequestData.IdentifierName.mode': 'the designer sets it to a path, too',
  'CreatePersistentContactAssociation: RehydrationType.values': 'two console exports write From Segment',
  'CreatePersistentContactAssociation: RehydrationType.notes': 'two console exports write From Segment',
  'GetParticipantInput: EnableDTMFBuffer.values': 'the page says true and false, exports write True',
};

/** Fields for machines that the reference has in prose only. */
const ADDED_FIELDS = [
  'alsoNumber',
  'doubts',
  'guard',
  'inJourneys',
  'maxBy',
  'orLike',
  'refused',
  'retired',
  'unchecked',
];

/** Names of the reference that stand for other names here. */
const RENAMED: readonly (readonly [type: string, from: string, to: readonly string[], reason: string])[] = [
  [
    'UpdateContactRecordingAndAnalyticsBehavior',
    '*.',
    ['VoiceBehavior.VoiceAnalyticsBehavior.', 'ChatBehavior.ChatAnalyticsBehavior.'],
    EXPANDED,
  ],
  [
    'UpdateContactRoutingCriteria',
    '...AttributeCondition.',
    ['RoutingCriteria.Steps[].Expression.AttributeCondition.'],
    NESTED,
  ],
];

describe.skipIf(missing)(`the reference${missing ? ' (skipped: ../shared/reference is not here)' : ''}`, () => {
  const reference = missing ? [] : (JSON.parse(readFileSync(file, 'utf8')) as JsonObject[]).map(inCamelCase);

  it('has 65 actions, all of them in the catalogue', () => {
    expect(reference).toHaveLength(65);
    expect(reference.map((action) => action['type']).filter((type) => !actions.has(String(type)))).toEqual([]);
  });

  it('differs from the catalogue in the listed facts and in nothing else', () => {
    const found = reference.flatMap((action) => differences(action, actions.get(String(action['type']))));
    expect(found.sort()).toEqual(Object.keys(deviations).sort());
  });
});

describe('actions that no page publishes', () => {
  it('say that exports are all there is', () => {
    const exported = [...actions.values()]
      .filter((entry) => entry.docStatus === 'exports-only')
      .map((entry) => entry.type);
    expect(exported.sort()).toEqual([
      'CheckSegmentMembershipForCustomerProfile',
      'CreateContact',
      'RenderMessageTemplate',
      'StartOutboundEmailContact',
    ]);
  });
});

describe('the digest of the facts', () => {
  it('changes only on purpose (update it with vitest -u)', async () => {
    const lines = [...actions.values()].map((entry) => `${entry.type} ${digest(factsOf(entry))}`).sort();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('facts.digest.txt');
  });
});

function factsOf(entry: ActionEntry): JsonObject {
  const { forms: _forms, example: _example, ...facts } = entry;
  return facts as unknown as JsonObject;
}

function digest(facts: JsonObject): string {
  return createHash('sha256').update(canonical(facts)).digest('hex').slice(0, 16);
}

function canonical(json: Json): string {
  if (Array.isArray(json)) return `[${json.map((item) => canonical(item as Json)).join()}]`;
  if (!isObject(json)) return JSON.stringify(json);
  const keys = Object.keys(json).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(json[key] as Json)}`).join()}}`;
}

function inCamelCase(json: JsonObject): JsonObject {
  const { ui_block, ...rest } = json;
  return camel({ ...rest, block: ui_block as Json }) as JsonObject;
}

function camel(json: Json): Json {
  if (Array.isArray(json)) return json.map((item) => camel(item as Json));
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camel(value),
    ]),
  );
}

const LOOKED_AT_BELOW: ReadonlySet<string> = new Set(['parameters', 'errors', 'conditions']);

/** What differs, as keys of `deviations`. */
function differences(reference: JsonObject, entry: ActionEntry | undefined): string[] {
  const type = String(reference['type']);
  if (entry === undefined) return [`${type}: missing`];
  const facts = factsOf(entry);
  const found: string[] = [];
  for (const key of new Set([...Object.keys(reference), ...Object.keys(facts)])) {
    if (LOOKED_AT_BELOW.has(key) || ADDED_FIELDS.includes(key)) continue;
    if (!sameJson(listAsSet(key, reference[key]), listAsSet(key, facts[key]))) found.push(`${type}: ${key}`);
  }
  const { demanded: _demanded, ...conditions } = facts['conditions'] as JsonObject;
  found.push(...compare(`${type}: conditions.`, reference['conditions'] as JsonObject, conditions));
  found.push(
    ...compareLists(type, '', 'name', renamed(type, reference['parameters'] as JsonObject[]), facts['parameters']),
  );
  found.push(...compareLists(type, 'error ', 'type', reference['errors'] as JsonObject[], facts['errors']));
  return found;
}

/** Order means nothing in lists of flow types. */
function listAsSet(key: string, value: Json | undefined): Json | undefined {
  return key.startsWith('flowTypes') && Array.isArray(value) ? [...value].sort() : value;
}

function renamed(type: string, parameters: readonly JsonObject[]): JsonObject[] {
  return parameters.flatMap((parameter) => {
    const name = String(parameter['name']);
    const rule = RENAMED.find(([owner, from]) => owner === type && name.startsWith(from));
    return rule === undefined
      ? [parameter]
      : rule[2].map((to) => ({ ...parameter, name: to + name.slice(rule[1].length) }));
  });
}

function compareLists(
  type: string,
  what: string,
  id: string,
  reference: readonly JsonObject[],
  ours: Json | undefined,
): string[] {
  const there = new Map(reference.map((item) => [String(item[id]), item]));
  const here = new Map((ours as JsonObject[]).map((item) => [String(item[id]), item]));
  return [
    ...[...there.keys()].filter((name) => !here.has(name)).map((name) => `${type}: -${what}${name}`),
    ...[...here.keys()].filter((name) => !there.has(name)).map((name) => `${type}: +${what}${name}`),
    ...[...there].flatMap(([name, item]) => compare(`${type}: ${what}${name}.`, item, here.get(name) ?? item)),
  ];
}

function compare(prefix: string, reference: JsonObject, ours: JsonObject): string[] {
  return [...new Set([...Object.keys(reference), ...Object.keys(ours)])]
    .filter((key) => !ADDED_FIELDS.includes(key) && !sameJson(reference[key], ours[key]))
    .map((key) => prefix + key);
}
