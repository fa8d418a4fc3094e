/** What the local instance serves: operations, the shapes of what travels, error types. */
import { errors } from './errors.generated.ts';
import { flowAliasOperations, flowAliasShapes } from './flow-aliases.ts';
import { operations } from './operations.generated.ts';
import { shapes } from './shapes.generated.ts';
import type { ErrorModel, OperationModel, Shape, StructureShape } from './types.ts';

export type * from './types.ts';

export const serviceOperations: Readonly<Record<string, OperationModel>> = { ...operations, ...flowAliasOperations };

/** The shape of that name. The model is closed: every name in it has one. */
export function shapeNamed(name: string): Shape {
  const shape = shapes[name] ?? flowAliasShapes[name];
  if (shape === undefined) throw new Error(`no shape ${name}`);
  return shape;
}

const NOTHING: StructureShape = { is: 'structure', members: {} };

/** The structure of that name, which is that of a request or an answer; without a name, one without members. */
export function structureNamed(name: string | undefined): StructureShape {
  if (name === undefined) return NOTHING;
  const shape = shapeNamed(name);
  return 'members' in shape ? shape : NOTHING;
}

/** Errors that no operation declares but the service knows all the same. */
const OTHERS: Readonly<Record<string, ErrorModel>> = {
  UnknownOperationException: { status: 404, members: {} },
  SerializationException: { status: 400, members: {} },
};

/** `undefined`: no such error type. */
export function errorNamed(name: string): ErrorModel | undefined {
  return Object.hasOwn(errors, name) ? errors[name] : OTHERS[name];
}
