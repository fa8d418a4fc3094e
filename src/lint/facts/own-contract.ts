/** What the module that is judged declares: in the project, or in the answer of the service that its JSON is. */
import type { Named } from '../../check/program.ts';
import { inputOf, listedBranches, returnsOf, type ObjectType, type Type } from '../../check/types.ts';
import { objectAt, textsAt } from '../../text/json-members.ts';
import type { JsonObject } from '../../text/json.ts';
import type { LintContext } from '../context.ts';

/** Undefined is what is not declared, and so nothing is held against it. */
export interface OwnContract {
  readonly module: string | undefined;
  readonly input: ObjectType | undefined;
  readonly returns: ObjectType | undefined;
  readonly branches: readonly string[] | undefined;
}

/** Undefined for flows, and where nobody knows. */
export function ownContract(context: LintContext): OwnContract | undefined {
  if (context.flowType !== 'MODULE') return undefined;
  const { graph, contract } = context;
  if (contract !== undefined) {
    const branches = textsAt(contract, 'branches');
    return {
      module: graph.name,
      input: fieldsAt(contract, 'input'),
      returns: fieldsAt(contract, 'returns'),
      branches: branches.length === 0 ? undefined : branches,
    };
  }
  const own = ownModule(context);
  if (own === undefined) return undefined;
  return {
    module: own.name,
    input: objectOf(inputOf(own)),
    returns: objectOf(returnsOf(own)),
    branches: listedBranches(own),
  };
}

/** The declaration of the module that is judged. */
function ownModule({ graph, program }: LintContext): Named | undefined {
  if (program === undefined || graph.origin === undefined) return undefined;
  const { source, span } = graph.origin.place;
  for (const named of program.names.get('module')?.values() ?? []) {
    if (named.source === source && named.span.start === span.start) return named;
  }
  return undefined;
}

function objectOf(type: Type | undefined): ObjectType | undefined {
  return type?.is === 'object' ? type : undefined;
}

/** A type is its own JSON. */
function fieldsAt(contract: JsonObject, key: string): ObjectType | undefined {
  const fields = objectAt(contract, key) as unknown as Readonly<Record<string, Type>>;
  return Object.keys(fields).length === 0 ? undefined : { is: 'object', fields };
}
