/**
 * What an instance holds by default. New accounts may have more or less.
 * Source: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html and feature-limits.html (2026-10 copy).
 */

export interface Quota {
  readonly name: string;
  readonly default: number;
  /** For rates: how many may come at once. */
  readonly burst?: number;
  readonly adjustable: boolean;
}

export const quotas: readonly Quota[] = [
  { name: 'Flows per instance', default: 100, adjustable: true },
  { name: 'Modules per instance', default: 200, adjustable: true },
  { name: 'Queues per instance', default: 100, adjustable: true },
  { name: 'Hours of operation per instance', default: 100, adjustable: true },
  { name: 'Overrides per hours of operation', default: 50, adjustable: false },
  { name: 'Inherited recurring overrides per hours of operation', default: 3, adjustable: false },
  { name: 'Quick connects per instance', default: 100, adjustable: true },
  { name: 'Quick connects per queue', default: 700, adjustable: false },
  { name: 'Prompts per instance', default: 500, adjustable: true },
  { name: 'Routing profiles per instance', default: 500, adjustable: true },
  { name: 'Queues (queue-channel pairs) per routing profile', default: 50, adjustable: true },
  { name: 'Security profiles per instance', default: 100, adjustable: true },
  { name: 'Users per instance', default: 500, adjustable: true },
  { name: 'User hierarchy groups per instance', default: 500, adjustable: true },
  { name: 'Agent status per instance', default: 50, adjustable: false },
  { name: 'AWS Lambda functions per instance', default: 50, adjustable: true },
  { name: 'Lex (V1) bots per instance', default: 70, adjustable: false },
  { name: 'Lex V2 bot aliases per instance', default: 100, adjustable: true },
  { name: 'Phone numbers per instance', default: 10, adjustable: true },
  { name: 'Instances per Region', default: 2, adjustable: true },
  { name: 'Concurrent active calls', default: 10, adjustable: true },
  { name: 'Concurrent active chats', default: 500, adjustable: true },
  { name: 'Concurrent active tasks', default: 2500, adjustable: true },
  { name: 'Concurrent active emails', default: 1000, adjustable: true },
  { name: 'Contacts in one agent queue', default: 10, adjustable: true },
  { name: 'Predefined attributes per instance', default: 150, adjustable: true },
  { name: 'Proficiencies per agent', default: 10, adjustable: true },
  { name: 'Task templates per instance', default: 50, adjustable: false },
  { name: 'Custom fields per task template', default: 50, adjustable: false },
  { name: 'Task scheduling horizon (days)', default: 90, adjustable: false },
  { name: 'Data tables per instance', default: 100, adjustable: true },
  { name: 'Primary attributes per data table', default: 5, adjustable: false },
  { name: 'Attributes per data table', default: 100, adjustable: false },
  { name: 'Values per data table', default: 1000, adjustable: true },
  { name: 'Email addresses per instance', default: 100, adjustable: true },
  { name: 'Reports per instance', default: 2000, adjustable: true },
  { name: 'Searchable custom contact attributes', default: 50, adjustable: false },
  { name: 'Actions per flow', default: 250, adjustable: false },
  { name: 'Flow content characters (API)', default: 256000, adjustable: false },
  { name: 'Action identifier length', default: 50, adjustable: false },
  { name: 'Lambda result bytes', default: 32768, adjustable: false },
  { name: 'Lambda sync timeout s', default: 8, adjustable: false },
  { name: 'Contact attributes bytes', default: 32768, adjustable: false },
  { name: 'Flow attributes bytes', default: 32768, adjustable: false },
  { name: 'Customer profile attribute characters per flow', default: 14000, adjustable: false },
  { name: 'Module nesting depth', default: 5, adjustable: false },
  { name: 'Custom branches per module', default: 8, adjustable: false },
  { name: 'User-defined tags per contact', default: 6, adjustable: false },
  { name: 'Contacts in a chain', default: 12, adjustable: false },
  { name: 'API default rate/s (burst)', default: 2, burst: 5, adjustable: true },
];

/** Requests a second, and at once after a pause, of the operations that have no rate of their own; per account and Region. */
export const apiRate = { perSecond: 2, burst: 5 } as const;

/** Limits that every flow meets, by the names that checks use. */
export const limits = {
  actionsPerFlow: 250,
  /** Characters of the API's `Content`. */
  contentCharacters: 256_000,
  identifierCharacters: 50,
  /** Contact attributes and flow attributes, each. */
  attributeBytes: 32_768,
  lambdaResultBytes: 32_768,
  lambdaSeconds: 8,
  moduleDepth: 5,
  branchesPerModule: 8,
  tagsPerContact: 6,
  /** Characters of one prompt, and those of them that are billed (SSML tags are not). */
  speechCharacters: 6_000,
  billedSpeechCharacters: 3_000,
} as const;
