/**
 * What a Connect action is, as data without functions: parameters, errors, conditions, flow types, channels (the facts),
 * and how it is said in `.flow` (the forms). Checker, emitter, reader, JSON Schema, docs, completion are driven by it.
 */
import type { Json } from '../text/json.ts';
import type { FlowType } from '../graph/flow-graph.ts';
import type { EntityKind } from '../entities/types.ts';

export type Category = 'contact' | 'flow_control' | 'interaction' | 'participant';

export interface ActionEntry extends ActionFacts {
  /** How the action is said. The first form is the one that pages show; none: only `action Type { … }`. */
  readonly forms: readonly Form[];
  /** Why the service may refuse or ignore it today, said as a warning wherever it is used (Voice ID has ended). */
  readonly retired?: string;
  /** A statement in a small flow that compiles, for the action's page. Absent: `action Type { … }` is shown. */
  readonly example?: string;
}

/** The facts, field by field as in the reference (names in camel case). */
export interface ActionFacts {
  readonly type: string;
  readonly category: Category;
  readonly block: { readonly en: string; readonly ja: string; readonly jaStatus: string };
  readonly docStatus: string;
  readonly parameters: readonly Parameter[];
  readonly constraints: readonly Constraint[];
  /** What it leaves behind: `$.External.<key>`, condition words. */
  readonly results: readonly string[];
  readonly conditions: Conditions;
  readonly errors: readonly ErrorFact[];
  readonly terminal: boolean;
  /** `required`, `none`, or prose beginning with one of `optional`. */
  readonly nextAction: string;
  readonly flowTypesAllowed: readonly FlowType[] | null;
  readonly flowTypesDisallowed: readonly FlowType[];
  readonly flowTypesBlockPage: readonly FlowType[] | null;
  readonly channels: { readonly voice: string; readonly chat: string; readonly task: string; readonly email: string };
  readonly restrictions: readonly string[];
  readonly errata: readonly string[];
  readonly liveChecked: readonly string[];
  readonly realFlowUsesSeen: number;
  readonly sourceUrl: string;
  readonly moreUrls: readonly string[];
  readonly unconfirmed: readonly string[];
  readonly confidence: string;
}

export interface Parameter {
  /** Path in `Parameters`: `Media.Uri`, `Messages[].Text`, `Attributes`. */
  readonly name: string;
  readonly required: 'yes' | 'no' | 'cond';
  readonly kind: string;
  /** `static`: no JSONPath; `single`: a literal or one whole JSONPath; `any`: JSONPath may stand inside; `jsonpath`: only one. */
  readonly mode: string;
  readonly values?: readonly string[];
  readonly keys?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The limit is that of the designer's field; the service documents none. */
  readonly maxBy?: 'designer';
  readonly minLen?: number;
  readonly maxLen?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxBilledChars?: number;
  readonly maxTotalChars?: number;
  readonly default?: Json;
  readonly charset?: string;
  readonly ref?: string;
  readonly excl?: string;
  readonly when?: string;
  /** `when` for machines: a `cond` parameter is required exactly where this holds. */
  readonly guard?: Guard;
  /** The pages name it, the service refuses it: where that was seen. */
  readonly refused?: string;
  /** The service stores any text, and a wrong one shows when the flow runs: where that was seen. */
  readonly unchecked?: string;
  /** Why it has no effect any more. */
  readonly retired?: string;
  readonly notes?: string;
}

/** A condition on the action's own parameters: the one at `path` is there (or `absent`), and is or holds `is`. */
export interface Guard {
  readonly path: string;
  readonly is?: Json;
  readonly absent?: true;
}

export interface Constraint {
  readonly rule: string;
  readonly scope?: string;
  readonly keys?: readonly string[];
  readonly what?: string;
  readonly value?: number;
  readonly evidence?: string;
}

export interface Conditions {
  readonly supported: boolean;
  readonly operators?: readonly string[];
  readonly operands?: readonly string[];
  readonly requiredOperands?: readonly string[];
  /** `requiredOperands` for machines: Equals conditions that the service demands. */
  readonly demanded?: readonly { readonly operand: string; readonly guard?: Guard }[];
  readonly operandKind?: string;
  readonly onlyWhen?: string;
  readonly notes?: string;
}

export interface ErrorFact {
  readonly type: string;
  readonly mandatory: string;
  readonly evidence: string;
  readonly when?: string;
  /** `when` for machines: a `conditional` error is mandatory where this holds, and refused elsewhere. */
  readonly guard?: Guard;
}

// ---------------------------------------------------------------------------------------------- forms: how it is said

/**
 * One way to say an action: a verb phrase, operands in order, then named entries and branches in braces.
 * An action may have several (`check staffing`, `check queue_size`); they differ in the phrase, or in having an operand.
 */
export interface Form {
  /** The console block's name as words, joined by one space: `set queue`. The longest phrase that fits wins. */
  readonly phrase: string;
  /** Parameter values that the phrase alone says, by path: `{ StoreInput: 'False' }`. */
  readonly fixed?: Readonly<Record<string, Json>>;
  readonly operands?: readonly Operand[];
  /** In the order in which they are printed. */
  readonly entries?: readonly EntrySlot[];
  /** All user-named keys of the block go to the map at this path (`set attributes { tier: "gold" }`). */
  readonly rest?: Slot;
  /** What control does after the block. */
  readonly control: Control;
  /** Branches besides success. The word is what the source says after `on`. */
  readonly branches?: readonly BranchSlot[];
  /** Free conditions: what `on …` besides the branch words may say. Absent: none. */
  readonly cases?: Cases;
  /** How the operand of a `comparisons` case is written where it is no plain number: `oldest_contact > 5m`. */
  readonly caseAs?: Codec;
}

export interface Slot {
  /** Path of the value in `Parameters`, segments joined by dots; '' is the whole of Parameters (for `speech`). */
  readonly path: string;
  readonly as: Codec;
  /** The value that not writing the slot stands for; `absent` in the source removes it. */
  readonly implied?: Json;
  /** The implied value counts only when another value is written below this path (`AnalyticsBehavior`). */
  readonly impliedWithin?: string;
}

export interface Operand extends Slot {
  /** May be left out; what follows decides (`check staffing > 0`, `get metrics`). */
  readonly optional?: boolean;
}

export interface EntrySlot extends Slot {
  readonly key: string;
  /** Written as `key { … }` rather than `key: value`: maps of the user's own keys, and nested groups. */
  readonly braces?: boolean;
}

/**
 * How a JSON value is written. Every codec takes any JSON *string*: what it has no better word for is a quoted text.
 * A value that a codec cannot write (a number where Connect writes strings, an unknown key) makes the decompiler fall back
 * to `action Type { … }`.
 */
export type Codec =
  | 'text' // "quoted", $.Path bare
  | 'number' // "5" ⇄ 5
  | 'signed' // "-5" ⇄ -5, "5" ⇄ +5
  | 'duration' // seconds: "90" ⇄ 90s, "120" ⇄ 2m
  | 'duration_minutes' // minutes: "3" ⇄ 3m
  | 'duration_ms' // milliseconds: "300000" ⇄ 5m
  | 'signed_duration' // seconds with a sign: "60" ⇄ +60s
  | 'language' // "ja-JP" ⇄ ja-JP
  | 'phone' // E.164: "+8150…" ⇄ "+8150…" quoted
  | 'texts' // map of strings ⇄ { key: "value" }
  | 'values' // {k: {Value: "v"}} ⇄ { k: "v" }
  | 'json' // any JSON ⇄ maps, lists, texts, numbers, true/false/null
  | 'speech' // Text | SSML | PromptId | Media ⇄ "…" | ssml "…" | prompt P | media "s3://…"
  | 'speeches' // list of the same ⇄ play "…", play prompt P as clauses of the block
  | 'phone_format' // InputValidation.PhoneNumberValidation ⇄ JP | E164
  | 'streams' // Participants of media streaming ⇄ [from, to]
  | 'profile_query' // {IdentifierName: "_phone", IdentifierValue: v} ⇄ { _phone: v }; any other map as `json`
  | { readonly ref: EntityKind } // id or ARN ⇄ the entity's name
  | { readonly enum: Readonly<Record<string, string>> } // source word → wire word
  | { readonly flag: readonly [on: string, off: string] } // wire spellings of on and off
  /** `lone`: a list of one is written without brackets. `empty`: the word for an empty list (`screen: off`). */
  | { readonly list: Codec; readonly lone?: true; readonly empty?: string };

/**
 * `plain`: success is NextAction, the next line. `check`: success is a condition, the next line. `decision`: no success
 * branch. `leave`: control goes elsewhere, NextAction mirrors a branch. `terminal`: no transitions at all.
 */
export type Control =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'check';
      /**
       * The condition that falls through; `comparison`: the one in the statement's own words (`> 0`).
       * `last`: the console writes it behind the other conditions.
       */
      readonly success: { readonly equals: string; readonly last?: true } | 'comparison';
      readonly mirror: string | undefined;
      /** The condition exists only when this parameter is written; without it nothing follows (`loop_prompts`). */
      readonly onlyWith?: string;
    }
  | { readonly kind: 'decision'; readonly mirror: string | undefined }
  | { readonly kind: 'leave'; readonly mirror: string | undefined }
  | { readonly kind: 'terminal' };

/** `mirror` above and `error` here are ErrorTypes (or, for Loop, the operand `DoneLooping`). */
export type BranchSlot =
  | {
      readonly word: string;
      readonly error: string;
      /**
       * `always`: Connect refuses the action without it. `optional`: a default covers it, else it is left out.
       * `written`: only where the source has a line for it.
       */
      readonly need: 'always' | 'optional' | 'written';
      /** The branch exists only when the parameter at `path` has this value (or, without `is`, any value). */
      readonly when?: { readonly path: string; readonly is?: Json };
    }
  | {
      readonly word: string;
      /** Operand of an Equals condition. */
      readonly equals: string;
      readonly need: 'always' | 'written';
      readonly when?: { readonly path: string; readonly is?: Json };
    };

/** `keys`: one digit, `*` or `#`, bare. `names`: quoted. `comparisons`: quoted texts, `> 10`, `starts_with "x"`, `exists`. */
export type Cases = 'keys' | 'names' | 'comparisons';
