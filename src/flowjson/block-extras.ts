/**
 * What the designer keeps about single kinds of blocks and can be told from the flow itself. Without it a block shows its
 * ARN instead of a name, or an attribute as a fixed value, until somebody opens it; Connect runs the flow all the same.
 */
import { BOT_PARAMETER, botNameOf } from '../catalogue/bot-names.ts';
import type { ConditionEdge, FlowAction } from '../graph/flow-graph.ts';
import { own, valueAt } from '../text/json-members.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { isPath } from '../text/json-path.ts';
import { uuidOf } from './uuid.ts';

/** Members of the block's entry in ActionMetadata besides position, name and `parameters`. */
export function blockExtras(action: FlowAction, identifier: string): JsonObject {
  return Object.hasOwn(EXTRAS, action.type) ? (EXTRAS[action.type]?.(action, identifier) ?? {}) : {};
}

/** Keys from Parameters down to a value. Keys may hold dots. */
export type ParameterPath = readonly string[];

/** The parameters that are taken from an attribute, where the designer offers the choice. */
export function dynamicPaths({ type, parameters }: FlowAction): readonly ParameterPath[] {
  const found: ParameterPath[] = [];
  if (!Object.hasOwn(DYNAMIC, type)) return found;
  const look = (value: Json | undefined, path: ParameterPath): void => {
    if (typeof value === 'string' && isPath(value)) found.push(path);
    else if (isObject(value)) for (const [key, inner] of Object.entries(value)) look(inner, [...path, key]);
  };
  for (const key of DYNAMIC[type] ?? []) look(own(parameters, key), [key]);
  return found;
}

/** Parameters that may come from an attribute, as the designer marks them (`useDynamic`). */
const DYNAMIC: Readonly<Record<string, readonly string[]>> = {
  ConnectParticipantWithLexBot: ['Text', 'SSML', 'PromptId', 'LexV2Bot', 'LexSessionAttributes'],
  CreateCase: ['CaseRequestFields'],
  CreateCustomerProfile: ['ProfileRequestData'],
  GetCase: ['CaseRequestFields'],
  GetCustomerProfile: ['ProfileRequestData'],
  GetMetricData: ['QueueId', 'AgentId'],
  GetParticipantInput: ['Text', 'SSML', 'PromptId'],
  InvokeFlowModule: ['FlowModuleId'],
  InvokeLambdaFunction: ['LambdaFunctionARN', 'LambdaInvocationAttributes'],
  Loop: ['LoopCount'],
  MessageParticipant: ['Text', 'SSML', 'PromptId'],
  TransferParticipantToThirdParty: ['ThirdPartyPhoneNumber', 'ThirdPartyDTMFDigits'],
  TransferToFlow: ['ContactFlowId'],
  UpdateCase: ['CaseRequestFields'],
  UpdateContactAttributes: ['Attributes'],
  UpdateContactEventHooks: ['EventHooks'],
  UpdateContactTargetQueue: ['QueueId', 'AgentId'],
  Wait: ['TimeLimitSeconds'],
};

type Extras = (action: FlowAction, identifier: string) => JsonObject;

const EXTRAS: Readonly<Record<string, Extras>> = {
  CheckHoursOfOperation: (action) => resource(action, 'Hours', 'HoursOfOperationId'),
  CheckMetricData: (action) => resource(action, 'queue', 'QueueId'),
  Compare: ({ conditions }, identifier) => ({
    conditions: [],
    conditionMetadata: conditionsOf(conditions, identifier, true),
  }),
  ConnectParticipantWithLexBot: (action, identifier) => {
    const attributes = own(action.parameters, 'LexSessionAttributes');
    const called = action.display?.[BOT_PARAMETER];
    const { bot, alias } = botNameOf(called ?? '');
    return {
      ...(isObject(attributes) ? { dynamicMetadata: dynamicKeys(attributes) } : {}),
      ...(called === undefined ? {} : { lexV2BotName: bot }),
      ...(alias === undefined ? {} : { lexV2BotAliasName: alias }),
      conditionMetadata: conditionsOf(action.conditions, identifier, true),
    };
  },
  GetParticipantInput: (action, identifier) => ({
    ...dynamic(action, ['Text', 'SSML', 'PromptId']),
    ...prompt(action),
    conditionMetadata: conditionsOf(action.conditions, identifier, false),
  }),
  InvokeFlowModule: (action) => {
    const name = action.display?.['FlowModuleId'];
    return { ...dynamic(action, ['FlowModuleId']), ...(name === undefined ? {} : { contactFlowModuleName: name }) };
  },
  InvokeLambdaFunction: (action) => ({
    dynamicMetadata: dynamicKeys(own(action.parameters, 'LambdaInvocationAttributes')),
    ...dynamic(action, ['LambdaFunctionARN']),
  }),
  Loop: (action) => dynamic(action, ['LoopCount']),
  MessageParticipant: (action) => ({ ...dynamic(action, ['Text', 'SSML', 'PromptId']), ...prompt(action) }),
  MessageParticipantIteratively: ({ parameters, display }) => {
    const messages = own(parameters, 'Messages');
    const audio = (Array.isArray(messages) ? (messages as readonly Json[]) : []).flatMap((message, i) => {
      const id = isObject(message) ? message['PromptId'] : undefined;
      if (typeof id !== 'string') return [];
      const text = display?.[`Messages[${i}].PromptId`];
      return [{ id, ...(text === undefined ? {} : { text }), type: 'Prompt' }];
    });
    const interrupted = own(parameters, 'InterruptFrequencySeconds') !== undefined;
    return { audio, ...(interrupted ? { timeoutUnit: { value: 'sec' } } : {}) };
  },
  TransferToFlow: (action) => ({
    ...dynamic(action, ['ContactFlowId']),
    ...resource(action, 'ContactFlow', 'ContactFlowId'),
  }),
  UpdateContactAttributes: ({ parameters }) => ({ dynamicParams: dynamicNames(own(parameters, 'Attributes')) }),
  UpdateContactData: ({ parameters }) => ({ dynamicParams: dynamicNames(parameters).map(lowerFirst) }),
  UpdateContactEventHooks: (action) => {
    const hooks = own(action.parameters, 'EventHooks');
    const [hook] = isObject(hooks) ? Object.keys(hooks) : [];
    if (hook === undefined) return {};
    const path = `EventHooks.${hook}`;
    const side = hook.startsWith('Customer') ? true : hook.startsWith('Agent') ? false : undefined;
    return {
      ...dynamic(action, [path]),
      ...resource(action, 'contactFlow', path),
      ...(side === undefined ? {} : { customerOrAgent: side }),
    };
  },
  UpdateContactMediaStreamingBehavior: ({ parameters }) => {
    if (own(parameters, 'MediaStreamingState') !== 'Enabled') return {};
    const directions = JSON.stringify(own(parameters, 'Participants') ?? []);
    return { toCustomer: directions.includes('"To"'), fromCustomer: directions.includes('"From"') };
  },
  UpdateContactTargetQueue: (action) => ({
    ...dynamic(action, ['QueueId', 'AgentId']),
    ...resource(action, 'queue', 'QueueId'),
  }),
  UpdateContactTextToSpeechVoice: ({ parameters }) => ({
    overrideConsoleVoice: own(parameters, 'TextToSpeechEngine') !== undefined,
  }),
};

/** `{text, id}` of a resource whose name is known. */
function resource({ display, parameters }: FlowAction, member: string, path: string): JsonObject {
  const text = display !== undefined && Object.hasOwn(display, path) ? display[path] : undefined;
  if (text === undefined) return {};
  const id = valueAt(parameters, path);
  return { [member]: typeof id === 'string' ? { text, id } : { text } };
}

function prompt({ display }: FlowAction): JsonObject {
  const name = display?.['PromptId'];
  return name === undefined ? {} : { promptName: name };
}

/** Present only when it is so, as newest exports write it. */
function dynamic(action: FlowAction, paths: readonly string[]): JsonObject {
  return dynamicPaths(action).some((path) => paths.includes(path.join('.'))) ? { useDynamic: true } : {};
}

function dynamicKeys(values: Json | undefined): JsonObject {
  if (!isObject(values)) return {};
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' && isPath(value)]),
  );
}

function dynamicNames(values: Json | undefined): string[] {
  if (!isObject(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' && isPath(value) ? [key] : []));
}

/** How the designer shows an operator. */
const SHOWN: Readonly<Record<string, readonly [name: string, value: string, shortDisplay: string]>> = {
  Equals: ['Equals', 'Equals', '='],
  TextContains: ['Contains', 'Contains', 'contains'],
  TextStartsWith: ['Starts with', 'StartsWith', 'starts with'],
  TextEndsWith: ['Ends with', 'EndsWith', 'ends with'],
  NumberGreaterThan: ['Is greater than', 'GreaterThan', '>'],
  NumberGreaterOrEqualTo: ['Is greater than or equal to', 'GreaterThanOrEqualTo', '>='],
  NumberLessThan: ['Is less than', 'LessThan', '<'],
  NumberLessOrEqualTo: ['Is less than or equal to', 'LessThanOrEqualTo', '<='],
};

function conditionsOf(conditions: readonly ConditionEdge[], identifier: string, withOperator: boolean): JsonObject[] {
  return conditions.flatMap(({ operator, operands }, i) => {
    const [value] = operands;
    if (typeof value !== 'string') return [];
    const id = uuidOf(`${identifier} ${i} ${value}`);
    if (!withOperator) return [{ id, value }];
    const [name, word, shortDisplay] = (Object.hasOwn(SHOWN, operator) ? SHOWN[operator] : undefined) ?? [
      operator,
      operator,
      operator,
    ];
    return [{ id, operator: { name, value: word, shortDisplay }, value }];
  });
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
