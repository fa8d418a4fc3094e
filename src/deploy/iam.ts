/**
 * The permissions that a plan takes, and no others: an IAM policy of the operations that it calls, on the things that it
 * calls them for. What each operation needs besides itself is from AWS's Service Authorization Reference for Connect.
 */
import type { Instance } from '../connect/types.ts';
import { entityModel } from '../entities/index.ts';
import type { CanonicalKind } from '../entities/types.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { callsOf } from './calls.ts';
import type { Lookup } from './lookup.ts';
import { arnOf } from './pending.ts';
import type { Change, Plan } from './types.ts';

/** What reading a thing calls, besides its describe operation. */
const READS: Readonly<Partial<Record<CanonicalKind, readonly string[]>>> = {
  hours: ['ListHoursOfOperationOverrides'],
  queue: ['ListQueueQuickConnects'],
  routing_profile: ['ListRoutingProfileQueues'],
  security_profile: ['ListSecurityProfilePermissions'],
  number: ['BatchGetFlowAssociation'],
};

/** What an environment with an alias of modules takes besides. */
const ALIAS_READS = ['ListContactFlowModuleAliases', 'ListContactFlowModuleVersions'];
const ALIAS_WRITES = ['CreateContactFlowModuleVersion', 'CreateContactFlowModuleAlias', 'UpdateContactFlowModuleAlias'];

/** Permissions of other services that Connect uses in the caller's name. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  AssociateLambdaFunction: ['lambda:AddPermission'],
  DisassociateLambdaFunction: ['lambda:RemovePermission'],
  AssociateBot: [
    'iam:AttachRolePolicy',
    'iam:CreateServiceLinkedRole',
    'iam:PutRolePolicy',
    'lex:CreateResourcePolicy',
    'lex:DescribeBotAlias',
    'lex:GetBot',
    'lex:UpdateResourcePolicy',
  ],
  CreatePrompt: ['kms:Decrypt', 's3:GetObject', 's3:GetObjectAcl'],
  UpdatePrompt: ['kms:Decrypt', 's3:GetObject', 's3:GetObjectAcl'],
};

/** More things of one kind than this are said as all of the kind. */
const MOST = 12;

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

export interface PolicyOptions {
  /** The alias of modules that publishing leads to new versions. */
  readonly alias?: string | undefined;
  /** What earlier releases have archived is deleted. */
  readonly prune?: boolean | undefined;
}

/** `kinds`: those whose lists the plan was made with. */
export function policyOf(
  plan: Plan,
  lookup: Lookup,
  kinds: readonly CanonicalKind[],
  { alias, prune }: PolicyOptions = {},
): Policy {
  const { instance } = plan;
  const read: Grants = new Map();
  const lists: Grants = new Map();
  const listed = [instance.arn, ...kinds.map((kind) => anyOf(kind, instance))].filter((arn) =>
    arn.includes(':connect:'),
  );
  for (const kind of kinds) {
    const { list } = entityModel(kind).api;
    // One statement for all: which list may be asked for which thing says itself.
    if (list !== undefined) grant(lists, `connect:${list}`, listed);
  }
  grant(lists, 'connect:DescribeInstance', listed);
  const write: Grants = new Map();
  for (const change of plan.changes) {
    const { kind, before } = change;
    const { describe } = entityModel(kind).api;
    const thing = before?.listed.arn ?? anyOf(kind, instance);
    for (const operation of [describe, ...(READS[kind] ?? [])]) {
      if (operation !== undefined) grant(read, `connect:${operation}`, [instance.arn, thing]);
    }
    grantWrites(write, change, thing, lookup, instance);
    if (kind === 'module' && alias !== undefined) {
      for (const operation of ALIAS_READS) grant(read, `connect:${operation}`, [instance.arn, thing]);
      if (change.action !== 'create' && change.action !== 'update') continue;
      for (const operation of ALIAS_WRITES) grant(write, `connect:${operation}`, [instance.arn, thing]);
    }
  }
  if (prune === true) {
    grant(write, 'connect:DeleteContactFlow', [instance.arn, anyOf('flow', instance)]);
    grant(write, 'connect:DeleteContactFlowModule', [instance.arn, anyOf('module', instance)]);
  }
  const policy = (writes: Grants): Policy => ({
    Version: '2012-10-17',
    Statement: [
      ...statements('List', lists, instance),
      ...statements('Read', together(read), instance),
      ...statements('Write', writes, instance),
    ],
  });
  const narrow = policy(write);
  return JSON.stringify(narrow).length <= LONGEST ? narrow : policy(together(write));
}

/** Characters that a managed policy may have. */
const LONGEST = 6144;

/** By action, the ARNs that it is wanted on. */
type Grants = Map<string, Set<string>>;

function grant(grants: Grants, action: string, arns: readonly string[]): void {
  const all = grants.get(action) ?? new Set();
  for (const arn of arns) all.add(arn);
  grants.set(action, all);
}

function grantWrites(
  grants: Grants,
  change: Change,
  thing: string,
  { listed, idOf }: Lookup,
  instance: Instance,
): void {
  const referred = new Set<string>();
  const recording = (kind: CanonicalKind, name: string): string => {
    const isItself = kind === change.kind && name === change.name;
    if (!isItself) referred.add(listed(kind, name)?.arn ?? anyOf(kind, instance));
    return idOf(kind, name);
  };
  for (const { operation, input } of callsOf(change, recording)) {
    // Which of a change's calls speaks of what is not told apart: all are of the same thing.
    grant(grants, `connect:${operation}`, [...(isTagging(operation) ? [] : [instance.arn]), thing, ...referred]);
    if (isObject(input['Tags'])) grant(grants, 'connect:TagResource', [thing]);
    for (const needed of NEEDS[operation] ?? []) grant(grants, needed, resourcesFor(needed, input, instance));
  }
}

function isTagging(operation: string): boolean {
  return operation === 'TagResource' || operation === 'UntagResource';
}

/** Things of other services are named in the request, if at all. */
function resourcesFor(action: string, input: JsonObject, { partition, region, account }: Instance): readonly string[] {
  const uri = /^s3:\/\/([^/]+)\/(.+)$/.exec(textOf(input['S3Uri']));
  if (action.startsWith('s3:') && uri !== null) return [`arn:${partition}:s3:::${uri[1] ?? '*'}/${uri[2] ?? '*'}`];
  if (action.startsWith('kms:')) return [`arn:${partition}:kms:${region}:${account}:key/*`];
  const arn = textOf(input['FunctionArn']);
  return [arn === '' ? '*' : arn];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** ARN of all things of a kind in the instance. */
function anyOf(kind: CanonicalKind, instance: Instance): string {
  return arnOf(kind, '*', instance);
}

/** Every action on all things: what reads a queue reads nothing else, so nothing is given away, and much is shorter. */
function together(grants: Grants): Grants {
  const all = new Set([...grants.values()].flatMap((arns) => [...arns]));
  return new Map([...grants.keys()].map((action) => [action, all]));
}

/** Actions that are wanted on the same things are one statement. */
function statements(prefix: string, grants: Grants, instance: Instance): readonly Statement[] {
  const byResources = new Map<string, { readonly actions: string[]; readonly resources: readonly string[] }>();
  for (const [action, arns] of [...grants].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const resources = condensed([...arns], instance);
    const key = resources.join('\n');
    const group = byResources.get(key) ?? { actions: [], resources };
    group.actions.push(action);
    byResources.set(key, group);
  }
  return [...byResources.values()].map(({ actions, resources }, i) => ({
    Sid: `Flowc${prefix}${i + 1}`,
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
  }));
}

/** Without what a wildcard says already; many things of one kind become one. */
function condensed(arns: readonly string[], instance: Instance): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const arn of arns) {
    const family = arn === instance.arn ? arn : arn.slice(0, arn.lastIndexOf('/') + 1);
    groups.set(family, [...(groups.get(family) ?? []), arn]);
  }
  return [...groups]
    .flatMap(([family, members]) => {
      const all = `${family}*`;
      return members.includes(all) || members.length > MOST ? [all] : members;
    })
    .sort();
}
