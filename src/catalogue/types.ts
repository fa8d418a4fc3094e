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

/**
 * The facts, field by field as in the reference (names in camel case). What a program decides by is a word of a closed set,
 * so that a mistyped fact does not compile; the rest is prose for the action's page.
 */
export interface ActionFacts {
  /** The action's `Type` in flow language. */
  readonly type: string;
  readonly category: Category;
  /** The console's name of the block; `jaStatus` says whether the Japanese one was seen in the console's documentation. */
  readonly block: {
    readonly en: string;
    readonly ja: string;
    readonly jaStatus: 'confirmed' | 'part confirmed' | 'unconfirmed';
  };
  /** Where it is described. Begins with `documented` where a page of AWS is about the action itself. */
  readonly docStatus: string;
  readonly parameters: readonly Parameter[];
  /** What several parameters must be together. */
  readonly constraints: readonly Constraint[];
  /** What it leaves behind: `$.External.<key>`, condition words. */
  readonly results: readonly string[];
  readonly conditions: Conditions;
  readonly errors: readonly ErrorFact[];
  /** Ends the flow: it has no `Transitions` at all. */
  readonly terminal: boolean;
  /** Whether `NextAction` must be there, may be, or must not. */
  readonly nextAction: 'required' | 'none' | `optional${string}`;
  /** Kinds of flows that may have the block, by the action's page; `null`: it says nothing. */
  readonly flowTypesAllowed: readonly FlowType[] | null;
  readonly flowTypesDisallowed: readonly FlowType[];
  /** The same by the page of the console's blocks, where the two differ or the first says nothing. */
  readonly flowTypesBlockPage: readonly FlowType[] | null;
  readonly channels: Readonly<Record<'voice' | 'chat' | 'task' | 'email', ChannelSupport>>;
  readonly restrictions: readonly string[];
  /** Where the page, the console and the service say different things. */
  readonly errata: readonly string[];
  /** Who called the live service with it, and when. Empty: nobody whose word is known. */
  readonly liveChecked: readonly string[];
  /** How often it stands in the public flows that were counted. */
  readonly realFlowUsesSeen: number;
  readonly sourceUrl: string;
  readonly moreUrls: readonly string[];
  readonly unconfirmed: readonly string[];
  /** `unconfirmed` for machines: of what there may be more than is listed here, so that nothing is refused for being unknown. */
  readonly doubts?: readonly ('parameters' | 'conditions' | 'errors')[];
  readonly confidence: 'high' | 'medium' | 'low' | `medium (${string})`;
}

/** What the block does to a contact of a channel: works, takes its error branch, goes on without doing anything. */
export type ChannelSupport = 'yes' | 'no' | 'error_branch' | 'success_no_effect' | 'unconfirmed' | `${string} only`;

/** What a value is on the wire. Everything is a JSON string but `bool`, `float`, `number`, objects, lists and maps. */
export type ParameterKind =
  | 'string'
  | 'enum' // one of `values`
  | 'int-string' // "5"
  | 'bool-string' // "True", "true": one of `values`
  | 'number' // 5
  | 'float' // 0.5 or "0.5"
  | 'bool' // true or "true"
  | 'id' // without a check of its form
  | 'arn'
  | 'id|arn'
  | 'e164' // "+81501234XXXX"
  | 'bcp47' // "ja-JP"
  | 'iso2' // "JP"
  | 'datetime'
  | 'pem'
  | 'jsonpath'
  | 'object'
  | 'object|list'
  | 'string|object' // which of the two, nobody has seen in a call
  | 'list'
  | `list<${'string' | 'enum' | 'object' | 'field'}>`
  | 'map'
  | `map<${'string,string' | 'string,any' | 'string,object' | 'string,{Type,Value}' | 'field,value' | 'enum,flow'}>`;

/** What an id or ARN is of, in the reference's words. */
export type ReferenceWord =
  | 'assistant'
  | 'case-template'
  | 'data-table'
  | 'flow'
  | 'hours'
  | 'lambda'
  | 'lexv2-alias'
  | 'module'
  | 'phone-number'
  | 'prompt'
  | 'queue'
  | 'task-template'
  | 'user'
  | 'view';

export interface Parameter {
  /** Path in `Parameters`: `Media.Uri`, `Messages[].Text`, `Attributes`, `*.Name` where it may stand at any depth. */
  readonly name: string;
  /** `cond`: required where `when` says, or one of a group of `constraints`. */
  readonly required: 'yes' | 'no' | 'cond';
  readonly kind: ParameterKind;
  /** `static`: no JSONPath; `single`: a literal or one whole JSONPath; `any`: JSONPath may stand inside; `jsonpath`: only one. */
  readonly mode: 'static' | 'single' | 'any' | 'jsonpath' | 'unconfirmed';
  /** What an enum, or an element of a list of enums, may be, to the letter. */
  readonly values?: readonly string[];
  /** A regular expression over the whole text: what an enum may be besides `values`. */
  readonly orLike?: string;
  /** What the keys of a map may be. */
  readonly keys?: readonly string[];
  /** Of an `int-string`: calls with a JSON number were taken as well. */
  readonly alsoNumber?: true;
  /** Of a number, both included. */
  readonly min?: number;
  readonly max?: number;
  /** The limit is that of the designer's field; the service documents none. */
  readonly maxBy?: 'designer';
  /** In characters. */
  readonly minLen?: number;
  readonly maxLen?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Of spoken text: characters that are billed, and with the tags of SSML (quotas of Amazon Polly). */
  readonly maxBilledChars?: number;
  readonly maxTotalChars?: number;
  /** What the service takes where nothing is written. */
  readonly default?: Json;
  /** The inside of a regular expression's `[…]`: what the characters may be. */
  readonly charset?: string;
  readonly ref?: ReferenceWord;
  /** Parameters of one word exclude each other; `constraints` say it for machines. */
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

/**
 * A condition on the action's own parameters: the one at `path` is there (or `absent`), and is or holds `is`; and none is
 * at `unless`.
 */
export interface Guard {
  readonly path: string;
  readonly is?: Json;
  readonly absent?: true;
  readonly unless?: string;
}

export interface Constraint {
  /** How many of `keys` may be there (`neverBoth` is `atMostOne` of two); `max`: at most `value` of `what`. */
  readonly rule: 'exactlyOne' | 'atMostOne' | 'atLeastOne' | 'neverBoth' | 'max';
  /** The object in which the keys stand, or each element of a list (`Messages[]`); without it, `Parameters`. */
  readonly scope?: string;
  readonly keys?: readonly string[];
  readonly what?: string;
  readonly value?: number;
  readonly evidence?: string;
}

export interface Conditions {
  readonly supported: boolean;
  readonly operators?: readonly Operator[];
  /** Operators that journey flows have besides. */
  readonly inJourneys?: readonly Operator[];
  /** What Equals conditions compare with: the words to the letter, or one in angle brackets that says what they are. */
  readonly operands?: readonly string[];
  readonly requiredOperands?: readonly string[];
  /** `requiredOperands` for machines: Equals conditions that the service demands. */
  readonly demanded?: readonly { readonly operand: string; readonly guard?: Guard }[];
  readonly operandKind?: string;
  readonly onlyWhen?: string;
  readonly notes?: string;
}

/** Operators of conditions. */
export type Operator =
  | 'Equals'
  | 'KeyExists'
  | 'Exists'
  | `Number${'GreaterThan' | 'GreaterOrEqualTo' | 'LessThan' | 'LessOrEqualTo'}`
  | `Text${'StartsWith' | 'EndsWith' | 'Contains'}`;

export interface ErrorFact {
  /** The `ErrorType`. */
  readonly type: string;
  /** `yes`: refused without it. `conditional`: due where `guard` holds, refused elsewhere. */
  readonly mandatory: 'yes' | 'no' | 'conditional' | 'unconfirmed';
  /** Who says so, joined by `+`: `doc` a page about the action, `live` a call, `real` flows that are in use. */
  readonly evidence: string;
  readonly when?: string;
  /** `when` for machines. */
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
  /** And not where the text there is like this regular expression, over the whole of it. */
  readonly impliedUnlessLike?: string;
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
