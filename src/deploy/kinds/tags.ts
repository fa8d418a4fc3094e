/** Tags: passed when a thing is made, changed by operations of their own. */
import type { JsonObject } from '../../text/json.ts';
import type { LiveResource, Resource } from '../types.ts';
import { objectAt } from '../../text/json-members.ts';
import type { Call } from './types.ts';

/** Tags of a describe answer; those of the service itself (`aws:…`) are nobody's to change. */
export function readTags(described: JsonObject): JsonObject {
  const tags = objectAt(described, 'Tags');
  const own = Object.keys(tags)
    .filter((key) => !key.startsWith('aws:'))
    .sort();
  return own.length === 0 ? {} : { tags: Object.fromEntries(own.map((key) => [key, tags[key] ?? ''])) };
}

/** The member of a create request. */
export function tagMembers(settings: JsonObject): JsonObject {
  const tags = objectAt(settings, 'tags');
  return Object.keys(tags).length === 0 ? {} : { Tags: tags };
}

export function tagCalls(before: LiveResource, after: Resource): readonly Call[] {
  const had = objectAt(before.settings, 'tags');
  const wanted = objectAt(after.settings, 'tags');
  const set = Object.entries(wanted).filter(([key, value]) => !Object.hasOwn(had, key) || had[key] !== value);
  const gone = Object.keys(had).filter((key) => !Object.hasOwn(wanted, key));
  const resourceArn = before.listed.arn;
  const calls: Call[] = [];
  if (gone.length > 0) {
    calls.push({ operation: 'UntagResource', input: { resourceArn, tagKeys: gone }, phase: 'entity' });
  }
  if (set.length > 0) {
    calls.push({ operation: 'TagResource', input: { resourceArn, tags: Object.fromEntries(set) }, phase: 'entity' });
  }
  return calls;
}
