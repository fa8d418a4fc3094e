/** What tests ask of a running instance besides the service's own operations: `/-/…`. */
import type { JsonObject } from '../../text/json.ts';
import type { Fault, Faults } from './faults.ts';
import { wrongWithFaults } from './faults.ts';
import type { Answer } from './wire/encode.ts';

/** A request that was answered, or was not. */
export interface Seen {
  /** Name of the operation; `unknown` for what is none. */
  readonly operation: string;
  /** HTTP status; 0 when the connection was cut. */
  readonly status: number;
}

export interface Control {
  readonly faults: Faults;
  /** Requests since the start, or since they were forgotten. */
  readonly seen: Seen[];
  /** Adds what a seed file says; returns why it cannot be. */
  readonly seed: (seed: unknown) => string | undefined;
  /** What `GET /-/health` tells: whose instance this is. */
  readonly about: JsonObject;
}

const answer = (status: number, body: unknown): Answer => ({ status, headers: {}, body: JSON.stringify(body) });

/** `path`: `/-/faults` and so on. */
export function control({ faults, seen, about, seed }: Control, method: string, path: string, body: string): Answer {
  switch (`${method} ${path}`) {
    case 'GET /-/health':
      return answer(200, about);
    case 'GET /-/faults':
      return answer(200, { faults: faults.pending() });
    case 'POST /-/faults':
      return addFaults(faults, body);
    case 'POST /-/seed':
      return addSeed(seed, body);
    case 'DELETE /-/faults':
      faults.clear();
      return answer(200, { faults: [] });
    case 'GET /-/requests':
      return answer(200, { requests: seen });
    case 'DELETE /-/requests':
      seen.length = 0;
      return answer(200, { requests: [] });
    default:
      return answer(404, { Message: `there is no ${method} ${path}` });
  }
}

function addSeed(seed: Control['seed'], body: string): Answer {
  let wrong: string | undefined;
  try {
    wrong = seed(JSON.parse(body));
  } catch {
    wrong = 'the body is no JSON.';
  }
  return wrong === undefined ? answer(200, {}) : answer(400, { Message: wrong });
}

function addFaults(faults: Faults, body: string): Answer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return answer(400, { Message: 'the body is no JSON.' });
  }
  const list: unknown = Array.isArray(parsed) ? parsed : [parsed];
  const wrong = wrongWithFaults(list);
  if (wrong !== undefined) return answer(400, { Message: wrong });
  faults.add(list as readonly Fault[]);
  return answer(200, { faults: faults.pending() });
}
