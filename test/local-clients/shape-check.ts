/**
 * Holds answers of the local instance against the model of the service, strictly: unknown members, types, required
 * members, lengths, patterns, enums; for refusals the status, and whether the operation declares the error. Written apart
 * from the instance's own reading of the model, so that neither hides a mistake of the other.
 */
import {
  errorNamed,
  serviceOperations,
  shapeNamed,
  type Member,
  type Shape,
} from '../../src/connect/local/model/index.ts';

export interface Heard {
  readonly operation: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Where the service breaks its own model: things without tags have an empty map of them. */
const BENT = new Set(['ListTagsForResource: $.tags: 0 is less than 1']);

/** What is wrong with an answer, each as `Operation: $.Member.0: what`; empty when nothing is. */
export function wrongWith(heard: Heard): readonly string[] {
  const found: string[] = [];
  const complain = (path: string, what: string): void => {
    const complaint = `${heard.operation}: ${path}: ${what}`;
    if (!BENT.has(complaint)) found.push(complaint);
  };
  const body = parsed(heard.body);
  if (heard.headers['content-type'] !== 'application/json')
    complain('content-type', String(heard.headers['content-type']));
  if (!heard.headers['x-amzn-requestid']) complain('x-amzn-requestid', 'is missing');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    complain('$', 'is no JSON object');
  } else if (heard.status === 200) {
    const name = serviceOperations()[heard.operation]?.response;
    const shape = name === undefined ? { is: 'structure' as const, members: {} } : shapeNamed(name);
    checkValue(body, shape, '$', complain);
  } else {
    checkError(heard, body as Record<string, unknown>, complain);
  }
  return found;
}

type Complain = (path: string, what: string) => void;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Errors that the service answers without declaring them. */
const UNDECLARED = new Set(['UnknownOperationException', 'SerializationException', 'AccessDeniedException']);

function checkError({ operation, status, headers }: Heard, body: Record<string, unknown>, complain: Complain): void {
  const code = headers['x-amzn-errortype'] ?? '';
  const model = errorNamed(code);
  if (model === undefined) return complain('x-amzn-errortype', `there is no error ${code}`);
  if (model.status !== status) complain('status', `${status} instead of ${model.status} for ${code}`);
  const declared = serviceOperations()[operation]?.errors ?? [];
  if (!declared.includes(code) && !UNDECLARED.has(code)) complain('x-amzn-errortype', `${code} is not declared`);
  const message: Record<string, Member> = Object.keys(model.members).length === 0 ? { Message: { of: 'Message' } } : {};
  for (const [name, value] of Object.entries(body)) {
    const member = model.members[name] ?? message[name];
    if (member === undefined) complain(`$.${name}`, `is no member of ${code}`);
    else if (name !== 'Message') checkValue(value, shapeNamed(member.of), `$.${name}`, complain);
    else if (typeof value !== 'string' || value === '') complain('$.Message', 'is no text');
  }
  if ((model.members['Message'] ?? message['Message']) !== undefined && body['Message'] === undefined) {
    complain('$.Message', 'is missing');
  }
}

function checkValue(value: unknown, shape: Shape, path: string, complain: Complain): void {
  switch (shape.is) {
    case 'structure':
    case 'union': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return complain(path, 'is no structure');
      const names = Object.values(shape.members).map((member, i) => member.wire ?? Object.keys(shape.members)[i] ?? '');
      for (const name of Object.keys(value)) if (!names.includes(name)) complain(`${path}.${name}`, 'is not known');
      for (const [name, member] of Object.entries(shape.members)) {
        const said = (value as Record<string, unknown>)[member.wire ?? name];
        if (said !== undefined) checkValue(said, shapeNamed(member.of), `${path}.${name}`, complain);
        else if (member.required) complain(`${path}.${name}`, 'is missing');
      }
      if (shape.is === 'union' && Object.keys(value).length !== 1) complain(path, 'has not exactly one member');
      return;
    }
    case 'list':
      if (!Array.isArray(value)) return complain(path, 'is no list');
      checkRange(value.length, shape, path, complain);
      return value.forEach((item, i) => checkValue(item, shapeNamed(shape.of), `${path}.${i}`, complain));
    case 'map':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return complain(path, 'is no map');
      checkRange(Object.keys(value).length, shape, path, complain);
      for (const [key, item] of Object.entries(value))
        checkValue(item, shapeNamed(shape.of), `${path}.${key}`, complain);
      return;
    case 'string':
      if (typeof value !== 'string') return complain(path, 'is no text');
      checkRange([...value].length, shape, path, complain);
      if (shape.enum !== undefined && !shape.enum.includes(value)) complain(path, `${value} is none of the enum`);
      if (shape.pattern !== undefined && !fits(value, shape.pattern))
        complain(path, `${value} breaks ${shape.pattern}`);
      return;
    case 'number':
      if (typeof value !== 'number') return complain(path, 'is no number');
      return checkRange(value, shape, path, complain);
    case 'timestamp':
      // Epoch seconds: milliseconds would be a year beyond 30000.
      if (typeof value !== 'number' || value < 1e9 || value > 1e11) complain(path, 'is no time in epoch seconds');
      return;
    case 'boolean':
      if (typeof value !== 'boolean') complain(path, 'is neither true nor false');
  }
}

function checkRange(
  count: number,
  { min, max }: { readonly min?: number; readonly max?: number },
  path: string,
  complain: Complain,
): void {
  if (min !== undefined && count < min) complain(path, `${count} is less than ${min}`);
  if (max !== undefined && count > max) complain(path, `${count} is more than ${max}`);
}

function fits(value: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return new RegExp(pattern).test(value);
  }
}
