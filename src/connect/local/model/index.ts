/** What the local instance serves: operations, the shapes of what travels, error types. Parsed where it is needed. */
import { errors } from './errors.generated.ts';
import { flowAliasOperations, flowAliasShapes } from './flow-aliases.ts';
import { operations } from './operations.generated.ts';
import { shapes } from './shapes.generated.ts';
import type { ErrorModel, OperationModel, Shape, StructureShape } from './types.ts';

export type * from './types.ts';

let served: Readonly<Record<string, OperationModel>> | undefined;

/** Every operation that is served, by name. */
export function serviceOperations(): Readonly<Record<string, OperationModel>> {
  served ??= Object.fromEntries([
    ...[...linesOf(operations)].map(([name, line]) => [name, JSON.parse(line) as OperationModel] as const),
    ...Object.entries(flowAliasOperations),
  ]);
  return served;
}

const shape: (name: string) => Shape | undefined = table(shapes, flowAliasShapes);

/** Errors that no operation declares but the service knows all the same. */
const OTHERS: Readonly<Record<string, ErrorModel>> = {
  UnknownOperationException: { status: 404, members: {} },
  SerializationException: { status: 400, members: {} },
};

/** `undefined`: no such error type. */
export const errorNamed: (name: string) => ErrorModel | undefined = table(errors, OTHERS);

/** The shape of that name. The model is closed: every name in it has one. */
export function shapeNamed(name: string): Shape {
  const found = shape(name);
  if (found === undefined) throw new Error(`no shape ${name}`);
  return found;
}

const NOTHING: StructureShape = { is: 'structure', members: {} };

/** The structure of that name, which is that of a request or an answer; without a name, one without members. */
export function structureNamed(name: string | undefined): StructureShape {
  if (name === undefined) return NOTHING;
  const found = shapeNamed(name);
  return 'members' in found ? found : NOTHING;
}

/** Looks names up in lines of JSON, each of which is parsed once, when it is asked for; and in what else there is. */
function table<T>(text: string, others: Readonly<Record<string, T>>): (name: string) => T | undefined {
  let lines: ReadonlyMap<string, string> | undefined;
  const parsed = new Map<string, T>(Object.entries(others));
  return (name) => {
    const known = parsed.get(name);
    if (known !== undefined) return known;
    const line = (lines ??= linesOf(text)).get(name);
    if (line === undefined) return undefined;
    const made = JSON.parse(line) as T;
    parsed.set(name, made);
    return made;
  };
}

function linesOf(text: string): ReadonlyMap<string, string> {
  const lines = text.trim().split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
}
