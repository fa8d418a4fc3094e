/** What the designer keeps beside a flow: block names, names of resources, positions, sticky notes. */
import { BOT_PARAMETER } from '../catalogue/bot-names.ts';
import type { FlowAction, Note, Point } from '../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { isPath } from '../text/json-path.ts';

type About = Pick<FlowAction, 'label' | 'display' | 'position'>;

/** `identifier` is undefined when the document has none; `about` is the block's entry in ActionMetadata. */
export function aboutAction(
  identifier: string | undefined,
  type: string,
  parameters: JsonObject,
  about: JsonObject | undefined,
): About {
  const friendly = about?.['isFriendlyName'];
  const named =
    identifier !== undefined && (friendly === true ? !isUuid(identifier) : friendly !== false && isName(identifier));
  const label = named ? identifier : undefined;
  if (about === undefined) return { label };
  const display = displayNames(type, parameters, about);
  const position = pointOf(about['position']);
  return {
    label,
    ...(display === undefined ? {} : { display }),
    ...(position === undefined ? {} : { position }),
  };
}

export function notesOf(annotations: Json | undefined): readonly Note[] {
  if (!Array.isArray(annotations)) return [];
  return (annotations as readonly Json[]).flatMap((note) => {
    if (!isObject(note) || typeof note['content'] !== 'string' || note['content'] === '') return [];
    const action = note['actionId'];
    return [{ text: note['content'], action: typeof action === 'string' && action !== '' ? action : undefined }];
  });
}

export function pointOf(value: Json | undefined): Point | undefined {
  if (!isObject(value)) return undefined;
  const { x, y } = value;
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/**
 * An identifier that a person chose: it has a letter and is neither a UUID nor another long hexadecimal number, nor one
 * whose digits somebody made unreadable (`368dcb0e-e4c5-4301-bad0-6ec9cb4xxxxx`).
 */
function isName(identifier: string): boolean {
  return /\p{L}/u.test(identifier) && !LONG_NUMBER.test(identifier);
}

/** 16 digits at least, of which dashes cut off four or more after the first eight; no digit can be read in two ways. */
const LONG_NUMBER = /^(?=(?:-?[\da-fx*]){16})[\da-fx*]{8}(?:[\da-fx*]{4,})?(?:-[\da-fx*]{4,})*$/i;

/** Where older block extras put a resource's name, as [type, path of the parameter, path of the name]. */
const EXTRAS: readonly (readonly [type: string, parameter: string, extra: readonly string[]])[] = [
  ['TransferToFlow', 'ContactFlowId', ['ContactFlow', 'text']],
  ['CreateTask', 'ContactFlowId', ['ContactFlow', 'text']],
  ['UpdateContactTargetQueue', 'QueueId', ['queue', 'text']],
  ['UpdateContactTargetQueue', 'AgentId', ['queue', 'text']],
  ['CheckMetricData', 'QueueId', ['queue', 'text']],
  ['GetMetricData', 'QueueId', ['queue', 'text']],
  ['CreateCallbackContact', 'QueueId', ['queue', 'text']],
  ['DequeueContactAndTransferToQueue', 'QueueId', ['queue', 'text']],
  ['CheckHoursOfOperation', 'HoursOfOperationId', ['Hours', 'text']],
  ['MessageParticipant', 'PromptId', ['promptName']],
  ['GetParticipantInput', 'PromptId', ['promptName']],
  ['ConnectParticipantWithLexBot', 'PromptId', ['promptName']],
  ['InvokeFlowModule', 'FlowModuleId', ['contactFlowModuleName']],
  ['CreateCase', 'CaseTemplateId', ['templateName']],
];

function displayNames(type: string, parameters: JsonObject, about: JsonObject): Record<string, string> | undefined {
  const names: [string, string][] = [];
  const known = new Set<string>();
  const add = (path: string, name: Json | undefined): void => {
    if (typeof name !== 'string' || name === '' || known.has(path)) return;
    known.add(path);
    names.push([path, name]);
  };
  if (type === 'ConnectParticipantWithLexBot' && isNamed(parameters, BOT_PARAMETER)) add(BOT_PARAMETER, botIn(about));
  collect(about['parameters'], '', add);
  for (const [of, path, extra] of EXTRAS) if (of === type && isNamed(parameters, path)) add(path, within(about, extra));
  if (type === 'UpdateContactEventHooks' && isObject(parameters['EventHooks'])) {
    const [hook, ...more] = Object.keys(parameters['EventHooks']);
    const path = `EventHooks.${hook ?? ''}`;
    if (hook !== undefined && more.length === 0 && isNamed(parameters, path))
      add(path, within(about, ['contactFlow', 'text']));
  }
  if (Array.isArray(about['audio']) && Array.isArray(parameters['Messages'])) {
    // `audio` lists prompts only, or texts too, so they are found by their id.
    const audio = (about['audio'] as readonly Json[]).filter(isObject).map(promptOf);
    (parameters['Messages'] as readonly Json[]).forEach((message, i) => {
      const prompt = isObject(message) ? message['PromptId'] : undefined;
      if (typeof prompt === 'string') add(`Messages[${i}].PromptId`, audio.find(({ id }) => id === prompt)?.['text']);
    });
  }
  return names.length === 0 ? undefined : Object.fromEntries(names);
}

/** What an entry of `audio` says of its prompt; the first designer kept that a level deeper. */
function promptOf(entry: JsonObject): JsonObject {
  return isObject(entry['prompt']) ? entry['prompt'] : entry;
}

/** Bot and alias; the designer takes the alias for the name of what the parameter holds. */
function botIn(about: JsonObject): string | undefined {
  const parameter = within(about, ['parameters', ...BOT_PARAMETER.split('.')]) ?? null;
  const [name, alias] = [
    about['lexV2BotName'] ?? within(parameter, ['lexV2BotName']),
    about['lexV2BotAliasName'] ?? within(parameter, ['displayName']),
  ];
  if (typeof name !== 'string' || name === '') return undefined;
  return typeof alias === 'string' && alias !== '' && alias !== name ? `${name}:${alias}` : name;
}

/** Walks `parameters` of a block's metadata, which mirrors Parameters with `{displayName}` in the place of values. */
function collect(node: Json | undefined, path: string, add: (path: string, name: Json | undefined) => void): void {
  if (Array.isArray(node)) {
    (node as readonly Json[]).forEach((item, i) => {
      collect(item, `${path}[${i}]`, add);
    });
  } else if (isObject(node)) {
    if (path !== '') add(path, node['displayName']);
    for (const [key, value] of Object.entries(node)) collect(value, path === '' ? key : `${path}.${key}`, add);
  }
}

/** True when the parameter is a value that can have a name: a text that is no JSONPath. */
function isNamed(parameters: JsonObject, path: string): boolean {
  const value = within(parameters, path.split('.'));
  return typeof value === 'string' && !isPath(value);
}

function within(node: Json | undefined, path: readonly string[]): Json | undefined {
  let at = node;
  for (const step of path) at = isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  return at;
}
