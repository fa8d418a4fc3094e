/** Which operation a request is for. No two routes of the service can match one path, so the first that fits is it. */
import type { OperationModel } from '../model/index.ts';
import { serviceOperations } from '../model/index.ts';

export interface Route {
  readonly name: string;
  readonly operation: OperationModel;
  /** Labels of the path, percent-decoded, by member. */
  readonly labels: Readonly<Record<string, string>>;
}

interface Template {
  readonly name: string;
  readonly operation: OperationModel;
  readonly segments: readonly Segment[];
}

type Segment = { readonly text: string } | { readonly label: string };

/** By method, first segment and number of segments. Made at the first request. */
let table: Map<string, Template[]> | undefined;

/** `path`: as it came, without the query. `undefined`: there is no such operation. */
export function route(method: string, path: string): Route | undefined {
  table ??= templates();
  const segments = path.split('/').slice(1);
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  for (const template of table.get(bucket(method, segments)) ?? []) {
    const labels = match(template.segments, segments);
    if (labels !== undefined) return { name: template.name, operation: template.operation, labels };
  }
  return undefined;
}

function templates(): Map<string, Template[]> {
  const made = new Map<string, Template[]>();
  for (const [name, operation] of Object.entries(serviceOperations())) {
    const parts = operation.uri.split('/').slice(1);
    const segments = parts.map((part) => (part.startsWith('{') ? { label: part.slice(1, -1) } : { text: part }));
    const key = bucket(operation.method, parts);
    const others = made.get(key);
    if (others === undefined) made.set(key, [{ name, operation, segments }]);
    else others.push({ name, operation, segments });
  }
  return made;
}

const bucket = (method: string, segments: readonly string[]): string =>
  `${method} ${segments[0] ?? ''} ${segments.length}`;

function match(template: readonly Segment[], segments: readonly string[]): Record<string, string> | undefined {
  const labels: [string, string][] = [];
  for (const [index, segment] of template.entries()) {
    const said = segments[index] ?? '';
    if ('label' in segment) labels.push([segment.label, decoded(said)]);
    else if (segment.text !== said) return undefined;
  }
  return Object.fromEntries(labels);
}

/** A label that is not percent-encoded as it should be stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
