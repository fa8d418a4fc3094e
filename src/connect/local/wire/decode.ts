/** Requests → members: path labels, query, headers and body under the names of the model. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Json, JsonObject } from '../../../text/json.ts';
import { isObject } from '../../../text/json.ts';
import type { Shape } from '../model/index.ts';
import { shapeNamed, structureNamed } from '../model/index.ts';
import { Refusal } from '../types.ts';
import type { Route } from './router.ts';
import { misfits } from './shapes.ts';

export interface Request {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The input of an operation, checked against the model. Throws `Refusal`. */
export function decode({ operation, labels }: Route, { query, headers, body }: Request): JsonObject {
  const structure = structureNamed(operation.request);
  const elsewhere = Object.entries(structure.members).filter(([, member]) => member.in !== undefined);
  const input = new Map(Object.entries(members(body)));
  for (const [name, { of, in: place, wire = name }] of elsewhere) {
    const said =
      place === 'path'
        ? labels[name]
        : place === 'query'
          ? queried(query, wire, of)
          : header(headers[wire.toLowerCase()]);
    if (said === undefined || said === '') input.delete(name);
    else
      input.set(
        name,
        typeof said === 'string' ? value(said, shapeNamed(of)) : said.map((item) => value(item, element(of))),
      );
  }
  const checked = Object.fromEntries(input);
  const wrong = misfits(checked, structure);
  if (wrong.length > 0) throw new Refusal('InvalidParameterException', sentence(wrong));
  return checked;
}

function sentence(wrong: ReturnType<typeof misfits>): string {
  const said = wrong.map(({ path, constraint }) => `Value at '${path}' failed to satisfy constraint: ${constraint}`);
  return `${wrong.length} validation error${wrong.length === 1 ? '' : 's'} detected: ${said.join('; ')}`;
}

/** Members of the body that are there. */
function members(body: string): JsonObject {
  if (body === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new Refusal('SerializationException', 'The body is no JSON');
  }
  if (!isObject(parsed)) throw new Refusal('SerializationException', 'The body is no JSON object');
  return Object.fromEntries(Object.entries(parsed).filter(([, member]) => member !== null));
}

function queried(query: URLSearchParams, name: string, of: string): string | readonly string[] | undefined {
  if (shapeNamed(of).is !== 'list') return query.get(name) ?? undefined;
  const all = query.getAll(name);
  return all.length === 0 ? undefined : all;
}

function header(said: string | string[] | undefined): string | undefined {
  return Array.isArray(said) ? said.join(', ') : said;
}

function element(of: string): Shape {
  const shape = shapeNamed(of);
  return shape.is === 'list' ? shapeNamed(shape.of) : shape;
}

/** Texts of paths, queries and headers as what the model says they are; what is not stays a text, and is refused as one. */
function value(text: string, { is }: Shape): Json {
  switch (is) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'timestamp': {
      const seconds = Date.parse(text) / 1000;
      return Number.isNaN(seconds) ? text : seconds;
    }
    default:
      return text;
  }
}
