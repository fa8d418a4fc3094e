/**
 * Whether the service would publish content, told from its JSON alone, and in what words it would refuse. It stands on the
 * catalogue and not on the compiler: what the compiler lets through and this refuses is a mistake of one of them.
 */
import { entryOf } from '../../../catalogue/index.ts';
import { limits } from '../../../catalogue/quotas.ts';
import type { FlowType } from '../../../graph/flow-graph.ts';
import { isObject, type Json, type JsonObject } from '../../../text/json.ts';
import { judgeAnalytics } from './analytics.ts';
import { contractOf, judgeCall, judgeReturn, type Contract } from './contract.ts';
import { belongsIn, EXPORTS_ONLY } from './exceptions.ts';
import { identifiersOf } from './identifiers.ts';
import { judgeParameters } from './parameters.ts';
import type { Known } from './references.ts';
import { sheetOf } from './sheet.ts';
import { conditionOf, judgeTransitions } from './transitions.ts';
import { judgeWaits } from './waits.ts';
import {
  action as actionPath,
  brokenJson,
  invalidField,
  invalidType,
  invalidValue,
  missingField,
  missingProperty,
  tell,
  tooLong,
  tooMany,
  unknownField,
  type Problems,
} from './words.ts';

export type { Known } from './references.ts';

export interface ValidateOptions {
  /** `MODULE` for modules. */
  readonly type: FlowType;
  /**
   * Whether the instance holds a thing. Asked with what the content says, without the version or alias behind the colon
   * of flows, modules and views. Answers true for kinds that the instance does not keep.
   */
  readonly known: Known;
  /** `Settings` of the module resource, `{}` where it has none. Without it, returns are not held against it. */
  readonly moduleSettings?: string | undefined;
  /** The same of a module that is called; undefined where nobody knows. */
  readonly settingsOf?: ((idOrArn: string) => string | undefined) | undefined;
}

export type Verdict =
  /** Published. */
  | { readonly is: 'accepted' }
  /** InvalidContactFlowException, for modules InvalidContactFlowModuleException; up to 50 messages. */
  | { readonly is: 'invalid'; readonly problems: readonly string[] }
  /** InvalidRequestException with the message: the content could not even be read. */
  | { readonly is: 'unreadable'; readonly message: string };

const VERSION = '2019-10-30';

/** Never throws, whatever the content. */
export function judgeContent(content: string, options: ValidateOptions): Verdict {
  const isModule = options.type === 'MODULE';
  const document = parse(content);
  const missing = document === undefined ? brokenJson : missingIn(document, isModule);
  if (document === undefined || missing !== undefined) {
    // Modules answer so, as live calls have shown; of flows only the exception is known.
    const message = missing ?? brokenJson;
    return isModule ? { is: 'unreadable', message } : { is: 'invalid', problems: [message] };
  }
  const problems: Problems = { messages: [] };
  if (content.length > limits.contentCharacters) tell(problems, tooLong(limits.contentCharacters));
  judgeDocument(document, options, problems);
  return problems.messages.length === 0 ? { is: 'accepted' } : { is: 'invalid', problems: problems.messages };
}

function parse(content: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The first top-level field that is not there. The service spells them in lower camel case. */
function missingIn(document: JsonObject, isModule: boolean): string | undefined {
  const needed = ['Version', 'StartAction', 'Actions', ...(isModule ? ['Settings'] : [])];
  const name = needed.find((field) => document[field] === undefined || document[field] === null);
  return name === undefined ? undefined : missingField(name.charAt(0).toLowerCase() + name.slice(1));
}

function judgeDocument(document: JsonObject, options: ValidateOptions, problems: Problems): void {
  const { Version, StartAction, Actions, Settings } = document;
  if (Version !== VERSION) tell(problems, invalidField('Version'));
  if (Settings !== undefined && Settings !== null && options.type !== 'MODULE')
    tell(problems, unknownField('Settings'));
  if (!Array.isArray(Actions)) {
    tell(problems, invalidField('Actions'));
    return;
  }
  const list = Actions as readonly Json[];
  if (list.length > limits.actionsPerFlow) tell(problems, tooMany(limits.actionsPerFlow));
  const indexOf = identifiersOf(list, problems);
  if (typeof StartAction !== 'string' || !indexOf.has(StartAction)) tell(problems, invalidField('StartAction'));
  const own = options.moduleSettings === undefined ? undefined : contractOf(options.moduleSettings);
  const isAction = (identifier: string) => indexOf.has(identifier);
  list.forEach((value, index) => {
    if (isObject(value)) judgeAction(value, index, isAction, own, options, problems);
    else tell(problems, invalidValue(actionPath(index)));
  });
  if (list.some((value) => isObject(value) && value.Type === 'Wait')) {
    judgeWaits(
      list.map((value) => (isObject(value) ? value : {})),
      indexOf,
      problems,
    );
  }
}

function judgeAction(
  value: JsonObject,
  index: number,
  isAction: (identifier: string) => boolean,
  own: Contract | undefined,
  options: ValidateOptions,
  problems: Problems,
): void {
  const { Type: type, Parameters, Transitions: transitions } = value;
  const { type: flowType, known } = options;
  if (type === undefined || type === null) {
    tell(problems, missingProperty(`${actionPath(index)}.Type`));
    return;
  }
  if (typeof type !== 'string') {
    tell(problems, invalidValue(`${actionPath(index)}.Type`));
    return;
  }
  const entry = entryOf(type);
  if (entry === undefined && !isStranger(type, flowType)) {
    tell(problems, invalidType(type, index));
    return;
  }
  if (entry !== undefined && !belongsIn(entry, flowType)) {
    tell(problems, invalidType(type, index));
    return;
  }
  const sheet = entry === undefined ? undefined : sheetOf(entry);
  const parameters = isObject(Parameters) ? Parameters : {};
  if (Parameters !== undefined && Parameters !== null && !isObject(Parameters)) {
    tell(problems, invalidValue(`${actionPath(index)}.Parameters`));
  } else if (sheet !== undefined) {
    const subject = { index, type, parameters, sheet, known, problems };
    judgeParameters(subject);
    judgeAnalytics(subject);
    if (type === 'EndFlowModuleExecution' && own !== undefined) judgeReturn(subject, own);
    if (type === 'InvokeFlowModule' && options.settingsOf !== undefined) {
      const { FlowModuleId } = parameters;
      const settings = typeof FlowModuleId === 'string' ? options.settingsOf(FlowModuleId) : undefined;
      const contract = settings === undefined ? undefined : contractOf(settings);
      if (contract !== undefined) judgeCall(subject, operandsOf(transitions), contract);
    }
  }
  judgeTransitions({ index, type, parameters, transitions, sheet, flowType, isAction, problems });
}

/** Types that the catalogue does not know and the service may: those of exports, and the blocks of journey flows. */
function isStranger(type: string, flowType: FlowType): boolean {
  return EXPORTS_ONLY.has(type) || (flowType === 'CAMPAIGN' && type !== '');
}

function operandsOf(transitions: Json | undefined): readonly Json[] {
  const conditions = isObject(transitions) ? transitions.Conditions : undefined;
  if (!Array.isArray(conditions)) return [];
  return (conditions as readonly Json[]).map((value) => conditionOf(value)?.operands[0] ?? '');
}
