/** What a template is made of: the flows and entities of a project, with stand-ins in the place of ids. */
import { entityData } from '../check/data.ts';
import { allNames } from '../check/names.ts';
import { lookUp, type Named, type Program } from '../check/program.ts';
import { compileParsed, type Compiled, type CompiledFlow, type ParsedProject } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { entityModel } from '../entities/index.ts';
import type { CanonicalKind, EntityKind } from '../entities/types.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { JsonObject } from '../text/json.ts';
import type { SourceText } from '../text/text.ts';
import type { Tokens } from './tokens.ts';

/** A thing that the template creates and updates. */
export interface Managed {
  readonly named: Named;
  readonly kind: CanonicalKind;
  /** What the declaration says (`check/data.ts`); of flows what their head says. */
  readonly data: JsonObject;
  readonly description: string | undefined;
  /** Flows and modules. */
  readonly flow: { readonly type: FlowType; readonly content: string; readonly compiled: CompiledFlow } | undefined;
  /** The stand-in of what a property of the declaration names; undefined where it names nothing. */
  readonly arn: (kind: EntityKind, name: unknown) => string | undefined;
  readonly id: (kind: EntityKind, name: unknown) => string | undefined;
}

export interface TargetProject {
  readonly program: Program;
  /** By kind in the order of the guide, then by name. */
  readonly managed: readonly Managed[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles the project for a template. `only` says which files' things are created by it; what the others declare is
 * referred to as if it existed, so that a project can be split into several templates.
 */
export function targetProject(
  parsed: ParsedProject,
  tokens: Tokens,
  only: (source: SourceText) => boolean = () => true,
): TargetProject {
  const compiled = compileParsed(parsed, { environment: tokens.environment, only });
  const flows = new Map(compiled.flows.map((flow) => [flow.declaration, flow]));
  const managed: Managed[] = [];
  for (const named of allNames(compiled.program)) {
    if (named.existing || named.pin !== undefined || !only(named.source)) continue;
    const kind = named.kind as CanonicalKind; // the program keeps everything under canonical kinds
    const flow = named.declaration.kind === 'flow' ? flows.get(named.declaration) : undefined;
    if (flow === undefined && (named.declaration.kind === 'flow' || !entityModel(kind).managed)) continue;
    managed.push(managedThing(named, kind, flow, compiled, tokens));
  }
  return { program: compiled.program, managed: managed.sort(inOrder), diagnostics: compiled.diagnostics };
}

function managedThing(
  named: Named,
  kind: CanonicalKind,
  flow: CompiledFlow | undefined,
  { program }: Compiled,
  tokens: Tokens,
): Managed {
  const data = entityData(named);
  const description = data['description'];
  const find = (wanted: EntityKind, name: unknown): Named | undefined =>
    typeof name === 'string' ? lookUp(program, wanted, name) : undefined;
  return {
    named,
    kind,
    data,
    description: typeof description === 'string' ? description : undefined,
    flow: flow && {
      type: flow.graph.type ?? 'CONTACT_FLOW',
      content: JSON.stringify(flow.emitted().document),
      compiled: flow,
    },
    arn: (wanted, name) => {
      const found = find(wanted, name);
      return found === undefined ? undefined : tokens.arn(found);
    },
    id: (wanted, name) => {
      const found = find(wanted, name);
      return found === undefined ? undefined : tokens.id(found);
    },
  };
}

/** What a template creates, in the order in which people read it. */
const ORDER: readonly CanonicalKind[] = [
  'hours',
  'prompt',
  'security_profile',
  'agent_status',
  'queue',
  'quick_connect',
  'routing_profile',
  'user',
  'module',
  'flow',
  'number',
];

function inOrder(a: Managed, b: Managed): number {
  const byKind = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return byKind || (a.named.name < b.named.name ? -1 : a.named.name > b.named.name ? 1 : 0);
}
