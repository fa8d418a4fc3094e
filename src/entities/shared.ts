/** Pieces that several kinds have in common. */
import type { Property, ValueType } from './types.ts';

/** ARN of a thing that lives in an instance. */
export const inInstance = (path: string): string =>
  `arn:{partition}:connect:{region}:{account}:instance/{instance}/${path}/{id}`;

export const CHANNELS = ['voice', 'chat', 'task', 'email'] as const;

export const channel: ValueType = { is: 'word', words: CHANNELS };

/** The text people read in the console; a `///` comment above the declaration says the same where this is absent. */
export const description = (source: string, maxLength = 250): Property => ({
  key: 'description',
  type: { is: 'text', minLength: 1, maxLength },
  doc: 'Shown in the console. Without it, the `///` comment above the declaration is used.',
  source,
});

export const tags = (source: string): Property => ({
  key: 'tags',
  type: { is: 'map', of: { is: 'text', maxLength: 256 }, max: 50 },
  braces: true,
  doc: 'Tags of the resource, for cost allocation and access control.',
  source,
});
