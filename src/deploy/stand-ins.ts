/**
 * What stands in, in a local instance, for things that no publishing makes: the number that is claimed, the function that
 * is deployed elsewhere, the queue that is somebody else's. So a project can be tried on any machine as it is.
 */
import type { Named, Program } from '../check/program.ts';
import { flowTypeOfNamed } from '../check/flow-types.ts';
import { bindNames } from '../connect/bind.ts';
import type { SeedFile } from '../connect/local/start.ts';
import type { Inventory } from '../connect/types.ts';
import { canonicalKind } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import type { JsonObject } from '../text/json.ts';
import type { EnvironmentSettings } from '../workspace/environments.ts';
import { MODULE_SETTINGS } from '../catalogue/module-settings.ts';
import { placeholderOf } from './publish/placeholder.ts';

export interface StandIns {
  readonly seed: SeedFile;
  /** How many of each kind. */
  readonly made: ReadonlyMap<CanonicalKind, number>;
}

/** Stand-ins for whatever a program names and the instance lacks; undefined when nothing is lacking that can be stood in for. */
export function standInsFor(
  program: Program,
  inventory: Inventory,
  settings: EnvironmentSettings,
): StandIns | undefined {
  const idOf = (kind: CanonicalKind, name: string): string =>
    inventory.things.find((thing) => thing.kind === kind && thing.name === name)?.id ?? '';
  const lists = { numbers: [] as string[], lambdas: [] as string[], bots: [] as string[], prompts: [] as string[] };
  const requests: { operation: string; input: JsonObject }[] = [];
  const made = new Map<CanonicalKind, number>();
  for (const named of bindNames(program, inventory, settings).missing) {
    const kind = canonicalKind(named.kind);
    const list = LISTS[kind];
    if (list !== undefined) lists[list].push(kind === 'number' ? digitsOf(named.display) : named.display);
    else {
      const request = requestFor(named, kind, idOf);
      if (request === undefined) continue;
      requests.push(request);
    }
    made.set(kind, (made.get(kind) ?? 0) + 1);
  }
  return made.size === 0 ? undefined : { seed: { ...lists, requests }, made };
}

const LISTS: Partial<Record<CanonicalKind, 'numbers' | 'lambdas' | 'bots' | 'prompts'>> = {
  number: 'numbers',
  lambda: 'lambdas',
  bot: 'bots',
  prompt: 'prompts',
};

/** Digits that the source does not show are zeros, which no number has so many of. */
function digitsOf(number: string): string {
  return number.replace(/X/gi, '0');
}

/** What makes a thing of the kind, as little as the service takes. Undefined for kinds that it does not make. */
function requestFor(
  named: Named,
  kind: CanonicalKind,
  idOf: (kind: CanonicalKind, name: string) => string,
): { operation: string; input: JsonObject } | undefined {
  const Name = named.display;
  const flowType = flowTypeOfNamed(named) ?? 'CONTACT_FLOW';
  switch (kind) {
    case 'queue':
      return { operation: 'CreateQueue', input: { Name, HoursOfOperationId: idOf('hours', 'Basic Hours') } };
    case 'hours':
      return { operation: 'CreateHoursOfOperation', input: { Name, TimeZone: 'UTC', Config: ALWAYS } };
    case 'security_profile':
      return { operation: 'CreateSecurityProfile', input: { SecurityProfileName: Name } };
    case 'agent_status':
      return { operation: 'CreateAgentStatus', input: { Name, State: 'ENABLED' } };
    case 'routing_profile':
      return {
        operation: 'CreateRoutingProfile',
        input: {
          Name,
          Description: 'Stand-in',
          DefaultOutboundQueueId: idOf('queue', 'BasicQueue'),
          MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
        },
      };
    case 'user':
      return {
        operation: 'CreateUser',
        input: {
          Username: Name,
          IdentityInfo: { FirstName: Name, LastName: 'Stand-in' },
          PhoneConfig: { PhoneType: 'SOFT_PHONE' },
          RoutingProfileId: idOf('routing_profile', 'Basic Routing Profile'),
          SecurityProfileIds: [idOf('security_profile', 'Agent')],
        },
      };
    case 'quick_connect':
      return {
        operation: 'CreateQuickConnect',
        input: {
          Name,
          QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+815000000000' } },
        },
      };
    case 'flow':
      return {
        operation: 'CreateContactFlow',
        input: { Name, Type: flowType, Content: placeholderOf(flowType) },
      };
    case 'module':
      return {
        operation: 'CreateContactFlowModule',
        input: { Name, Content: placeholderOf('MODULE'), Settings: JSON.stringify(MODULE_SETTINGS) },
      };
    case 'view':
      return {
        operation: 'CreateView',
        input: { Name, Status: 'PUBLISHED', Content: { Template: '{}', Actions: [] } },
      };
    case 'task_template':
      return { operation: 'CreateTaskTemplate', input: { Name, Fields: [{ Id: { Name: 'Note' }, Type: 'TEXT' }] } };
    case 'data_table':
      return {
        operation: 'CreateDataTable',
        input: { Name, TimeZone: 'UTC', ValueLockLevel: 'NONE', Status: 'PUBLISHED' },
      };
    default:
      return undefined;
  }
}

const ALWAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((Day) => ({
  Day,
  StartTime: { Hours: 0, Minutes: 0 },
  EndTime: { Hours: 23, Minutes: 59 },
}));
