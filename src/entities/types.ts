/**
 * The entity model: what a queue, a number, a routing profile … is, as data without functions. Checker, completion,
 * docs, JSON Schema, plan and publish are driven by it. One file per kind stands beside this one.
 */
import type { FlowType } from '../graph/flow-graph.ts';

/** Kinds of things that flows speak of. `lex_bot` is another spelling of `bot`; everything is kept under `bot`. */
export type EntityKind =
  | 'flow'
  | 'module'
  | 'queue'
  | 'hours'
  | 'number'
  | 'routing_profile'
  | 'user'
  | 'quick_connect'
  | 'prompt'
  | 'lambda'
  | 'bot'
  | 'lex_bot'
  | 'view'
  | 'security_profile'
  | 'attribute'
  | 'assistant'
  | 'case_template'
  | 'task_template'
  | 'data_table'
  | 'agent_status';

/** A kind after spellings are resolved. */
export type CanonicalKind = Exclude<EntityKind, 'lex_bot'>;

export interface EntityModel {
  readonly kind: CanonicalKind;
  /** Words that declare it; the first is the one that pages show and the printer writes. */
  readonly spellings: readonly EntityKind[];
  /** Its name in the Connect console, and what several are called in English. */
  readonly console: { readonly en: string; readonly ja: string; readonly plural: string };
  /** What it is for, in one or two sentences. */
  readonly doc: string;
  /** True when publishing creates and updates what is declared without `existing`. */
  readonly managed: boolean;
  /** What publishing does with a declaration, and what it never does. */
  readonly lifecycle: string;
  /** The quoted text after the name. */
  readonly operand: DisplayOperand;
  /** What stands after `->`. Only numbers have one. */
  readonly target?: Property;
  /** `key: value` in braces, in the order in which pages show them. */
  readonly properties: readonly Property[];
  /** `word operand { … }` in braces. */
  readonly clauses: readonly ClauseModel[];
  /** Keys that stand for days (`mon-fri: 09:00-18:00`). */
  readonly days?: boolean;
  readonly rules: readonly Rule[];
  /** Keys that are refused wherever they stand, with the reason as a sentence. */
  readonly refused?: Readonly<Record<string, string>>;
  /**
   * What the API, Terraform and the console call its keys (in small letters, without `_`), and what is written here: a key,
   * or the form of what is no key here.
   */
  readonly alsoCalled?: Readonly<Record<string, string>>;
  readonly api: ApiOperations;
  readonly arn: ArnTemplate;
  readonly quota?: Quota;
  /** A declaration that checks, for the kind's page. */
  readonly example: string;
}

/** The text after a declaration's name: the name in Connect, or what the thing is found by. */
export interface DisplayOperand {
  readonly role: 'display name' | 'phone number' | 'bot and alias' | 'function name' | 'attribute key' | 'login';
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Regular expression over the whole text, with the flag `u`. */
  readonly pattern?: string;
  /** The shape of the API that the limits come from. */
  readonly source?: string;
}

export interface Property {
  readonly key: string;
  readonly type: ValueType;
  /** A managed declaration without it is refused. */
  readonly required?: boolean;
  /** Said of what a thing accepts and answers, not of how it is set up: allowed on `existing` declarations too. */
  readonly describes?: boolean;
  /** Written `key { … }` rather than `key: { … }`; readers take both. */
  readonly braces?: boolean;
  readonly doc: string;
  /** `Operation.Member` of the Connect API that says it. */
  readonly source?: string;
}

/** `serves Q { channels: [voice], priority: 1 }`. */
export interface ClauseModel {
  readonly word: string;
  /** What stands between the word and the braces. */
  readonly operand: { readonly name: string; readonly type: ValueType } | undefined;
  readonly properties: readonly Property[];
  /** Keys that stand for days are allowed in these braces too. */
  readonly days?: boolean;
  readonly doc: string;
  readonly limit?: Limit;
  readonly source?: string;
}

export type ValueType =
  /** `pattern` is a regular expression over the whole text, `form` says in words what it wants. */
  | {
      readonly is: 'text';
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly pattern?: string;
      readonly form?: string;
    }
  /** A whole number. */
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  /** `30s`; limits in seconds. */
  | { readonly is: 'duration'; readonly min?: number; readonly max?: number }
  /** `on` or `off`. */
  | { readonly is: 'flag' }
  /** One of some words; a word may want a value behind it (`desk "+81…"`). */
  | { readonly is: 'word'; readonly words: readonly string[]; readonly then?: Readonly<Record<string, ValueType>> }
  /** The name of another entity; of a flow of one of these types, where given. */
  | RefType
  | { readonly is: 'list'; readonly of: ValueType; readonly min?: number; readonly max?: number }
  /** `{ … }` with keys of the model's own. */
  | { readonly is: 'group'; readonly properties: readonly Property[] }
  /** `{ … }` with keys of the user's own. */
  | { readonly is: 'map'; readonly of: ValueType; readonly max?: number }
  /** E.164, quoted; `X` may stand for digits that are not to be shown. */
  | { readonly is: 'phone' }
  /** A name of the IANA time zone database, quoted. */
  | { readonly is: 'time_zone' }
  /** `closed`, `09:00-18:00`, or a list of such ranges. */
  | { readonly is: 'opening' }
  /** `2026-12-29`, `2026-12-29..2027-01-03`, or a list of both. */
  | { readonly is: 'dates' }
  /** A language tag: `ja-JP`. */
  | { readonly is: 'language' }
  /** The type of a value that flows exchange: `text`, `"gold" | "basic"`, `[text]`, `{ … }`. */
  | { readonly is: 'type' }
  | { readonly is: 'either'; readonly of: readonly ValueType[] };

export interface RefType {
  readonly is: 'ref';
  readonly kind: CanonicalKind;
  readonly flowTypes?: readonly FlowType[];
  /** The flow types depend on which of these sibling keys is there. */
  readonly flowTypesBeside?: Readonly<Record<string, readonly FlowType[]>>;
}

export type Rule =
  /** At least one, and not two of them. */
  | { readonly rule: 'exactly one'; readonly keys: readonly string[] }
  | { readonly rule: 'at most one'; readonly keys: readonly string[] }
  /** When `key` is there, `needs` must be too. */
  | { readonly rule: 'together'; readonly key: string; readonly needs: string };

/** A limit of the service that no support case lifts. */
export interface Limit {
  readonly max: number;
  readonly source: string;
}

/** How many of the kind an instance holds by default. */
export interface Quota {
  readonly max: number;
  readonly adjustable: boolean;
  /** Its name in the Service Quotas console. */
  readonly name: string;
}

/** Operation names of the Connect API. `find` is how a name becomes an id: list, then compare `nameMember`. */
export interface ApiOperations {
  readonly list?: string;
  /** Member of the list's items that holds the name (or whatever the thing is found by). */
  readonly nameMember?: string;
  /** How the answer of `list` is read; there where `list` is. */
  readonly listed?: ListedModel;
  readonly describe?: string;
  readonly create?: string;
  readonly update: readonly string[];
  readonly delete?: string;
}

/** How a list's answer is read: which member has the items, and what is where in an item. */
export interface ListedModel {
  /** Member of the answer that holds the items. */
  readonly items: string;
  /** The most that one page holds. */
  readonly page: number;
  /** Further members of the request: which of the things are wanted. Several: one list after the other. */
  readonly inputs?: readonly Readonly<Record<string, string | readonly string[]>>[];
  /** Member with the id; `Id` where it is not said. Dots lead into objects. `''`: the item itself, which is a text. */
  readonly id?: string;
  /** Member with the ARN; `Arn` where it is not said. */
  readonly arn?: string;
  /** How the name is made of the member (`nameMember`); as it is where this is not said. */
  readonly name?: 'function name of the ARN' | 'bot and alias ids of the ARN' | 'last part of the ARN';
  readonly type?: string;
  readonly state?: string;
  readonly status?: string;
}

/** How an id or ARN is made. Templates have `{partition} {region} {account} {instance} {id}`. */
export interface ArnTemplate {
  readonly template: string;
  /**
   * What stands for `{id}` where there is no instance to ask: `uuid` one made from kind and name, `name` the display
   * name itself, `short pair` two ids of ten characters with a slash between.
   */
  readonly localId: 'uuid' | 'name' | 'short pair';
}
