/** Lists that are answered a page at a time. */
import { Buffer } from 'node:buffer';
import type { JsonObject } from '../../../../text/json.ts';
import { invalidParameter } from './refusals.ts';

const DEFAULT_SIZE = 100;
const TOKEN = /^from:(\d{1,9})$/;

/**
 * The page that `NextToken` and `MaxResults` ask for, under `member`; `NextToken` in the answer when there is more.
 * `size`: how many without `MaxResults`; 100 for most lists.
 */
export function page(
  input: JsonObject,
  member: string,
  items: readonly JsonObject[] | readonly string[],
  size = DEFAULT_SIZE,
): JsonObject {
  const from = start(input['NextToken']);
  const until = from + (typeof input['MaxResults'] === 'number' ? input['MaxResults'] : size);
  const answer = { [member]: items.slice(from, until) };
  return until < items.length ? { ...answer, NextToken: token(until) } : answer;
}

const token = (from: number): string => Buffer.from(`from:${from}`).toString('base64');

function start(said: unknown): number {
  if (typeof said !== 'string') return 0;
  const match = TOKEN.exec(Buffer.from(said, 'base64').toString());
  if (match === null) throw invalidParameter('Invalid parameter: NextToken');
  return Number(match[1]);
}
