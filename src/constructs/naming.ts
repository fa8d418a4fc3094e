/** Names for what a raised flow refers to: `existing queue Leads "Team leads" = "arn:…"`, one for each distinct value. */
import { botNameOf } from '../catalogue/bot-names.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Entity, Entry, Item, Value } from '../syntax/ast.ts';
import { name as makeName, text, word } from '../syntax/make.ts';
import { NOWHERE } from '../text/text.ts';
import type { Names } from './raise.ts';

/** A thing that gets an `existing` declaration. */
export interface Existing {
  readonly kind: EntityKind;
  readonly name: string;
  readonly display: string | undefined;
  readonly value: string;
}

/** Names that stand already: of things that the project declares. */
export interface KnownNames {
  /** The name in source of what a value stands for; undefined where none is declared. */
  readonly nameOf: (kind: EntityKind, value: string) => string | undefined;
  /** The value that a declared name is bound to. */
  readonly valueOf: (kind: EntityKind, name: string) => string | undefined;
}

/** The names of one import. */
export interface NameTable extends Names {
  /** What a value of the raised tree speaks of. */
  readonly mentioned: (value: Value) => Existing | undefined;
}

const TOKENS = /^(?:\$\{(.+)\}|\{\{(.+)\}\}|<<(.+)>>|%%(.+)%%|__([A-Za-z].*)__|%(.+)%|\{(.+)\}|<(.+)>)$/;
const MEANINGLESS =
  /^(?:(?:queue|(?:contact_?)?flow(?:_?module)?|module|function|lambda|prompt|hours_?of_?operation|qualified)_?)?(?:arn|id|name|value)$/i;
/** What stands behind the name of a thing for one version of it: `:$LATEST`, `:prod`, `:3`. */
const VERSION =
  /((?:\/|:function:)[^/:]+|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|^\$\{[^{}]+\}|^\{\{[^{}]+\}\}):[$\w-]+$/i;
/** A UUID, or what somebody left of it: `582a6fea-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
const UUID = /^[0-9a-fx*]{8}(?:-[0-9a-fx*]{4}){3}-[0-9a-fx*]{12}$/i;

/** Starts a table; `taken` are names of the project that an `existing` one must not repeat, as `kind/name`. */
export function createNames(taken: ReadonlySet<string>, known?: KnownNames): NameTable {
  const mentions = new Map<Value, Existing>();
  const byValue = new Map<string, Existing>();
  const byName = new Map<string, Existing>();
  const isTaken = (kind: EntityKind, name: string) =>
    byName.has(`${kind}/${name}`) || taken.has(`${kind}/${name}`) || known?.valueOf(kind, name) !== undefined;
  /** By kind and name, the number from which to look for a free one. */
  const numbers = new Map<string, number>();
  const free = (kind: EntityKind, base: string): string => {
    if (!isTaken(kind, base)) return base;
    let n = numbers.get(`${kind}/${base}`) ?? 2;
    while (isTaken(kind, `${base}${n}`)) n++;
    numbers.set(`${kind}/${base}`, n);
    return `${base}${n}`;
  };
  return {
    mentioned: (value) => mentions.get(value),
    mention: (value, kind, name) => {
      const existing = byName.get(`${kind}/${name}`);
      if (existing !== undefined) mentions.set(value, existing);
    },
    refer: (kind, value, display) => {
      const declared = known?.nameOf(kind, value);
      if (declared !== undefined) return declared;
      const key = keyOf(kind, value, display);
      let existing = byValue.get(key);
      if (existing === undefined) {
        const name = free(kind, nameFor(kind, value, display));
        const shown = displayFor(kind, value, display);
        existing = { kind, name, value, display: shown === name ? undefined : shown };
        byValue.set(key, existing);
        byName.set(`${kind}/${name}`, existing);
      }
      return existing.name;
    },
    attempt: (say) => {
      const before = byName.size;
      const said = say();
      if (said !== undefined || byName.size === before) return said;
      // Maps keep the order in which they were filled, so what came last is what this attempt named.
      for (const map of [byName, byValue]) for (const key of [...map.keys()].slice(before)) map.delete(key);
      numbers.clear();
      return undefined;
    },
    valueOf: (kind, name) => byName.get(`${kind}/${name}`)?.value ?? known?.valueOf(kind, name),
  };
}

/** What a value is known by: itself, and where it is empty the name that came with it. */
function keyOf(kind: EntityKind, value: string, display: string | undefined): string {
  return value === '' ? `${kind}\n\n${display ?? ''}` : `${kind}\n${value}`;
}

/** The declaration as the printer takes it. */
export function sayExisting(existing: Existing): Entity {
  return {
    kind: 'entity',
    existing: true,
    entityKind: word(existing.kind),
    name: makeName(existing.name),
    operands: existing.display === undefined ? [] : [text(existing.display)],
    pin: text(existing.value),
    block: undefined,
    target: undefined,
    doc: undefined,
    span: NOWHERE,
  };
}

/** `Basic queue` → `BasicQueue`, `CustomerQueue.wav` → `CustomerQueue`, `お問い合わせ` stays. '' when no letter is left. */
export function pascalCase(said: string): string {
  const parts = said
    .normalize('NFC')
    .replace(/\.(?:wav|json|flow)$/i, '')
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .map((part) => part.replace(/^\p{M}+/u, ''))
    .filter(Boolean);
  const joined = parts.map((part, i) => (i === 0 && parts.length === 1 ? part : capital(part))).join('');
  return /^\p{N}/u.test(joined) ? `_${joined}` : joined;
}

/** The identifier for something that is called so; of a template's token what it stands for: `${var.main_flow}` → `main_flow`. */
export function identifierFor(said: string): string {
  return pascalCase(tokenMeaning(said) ?? said);
}

function capital(part: string): string {
  const [first = ''] = part;
  return first.toUpperCase() + part.slice(first.length);
}

/** A name in source for a value: from what people call it, else from what is readable of it, else from its kind. */
function nameFor(kind: EntityKind, value: string, display: string | undefined): string {
  const called = kind === 'bot' && display !== undefined ? botNameOf(display).bot : display;
  const plain = value.replace(VERSION, '$1');
  // What people call it may be the end of its ARN, with the version that its name leaves out.
  const isItsEnd = plain !== value && called !== undefined && value.endsWith(`:${called}`);
  for (const said of isItsEnd ? [plain] : [called, plain]) {
    const token = said === undefined ? undefined : (tokenMeaning(said) ?? (said === plain ? lastPart(plain) : said));
    const name = token === undefined || UUID.test(token) ? '' : pascalCase(token);
    if (name !== '') return name.slice(0, 60);
  }
  return pascalCase(
    kind.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^\w/, (c) => c.toUpperCase()),
  );
}

/**
 * `${AgentHoldFlowName}` → `AgentHold`, `{{contactFlows.Main.arn}}` → `Main`, `${var.queues["sales"]}` → `sales`; undefined
 * for what is no token.
 */
function tokenMeaning(token: string): string | undefined {
  const match = TOKENS.exec(token.trim());
  const inner = match
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim();
  if (inner === undefined) return undefined;
  const named = withoutCdk(inner);
  const parts = named.split(/[.:](?![^[\]]*\])/).filter((part) => part !== '' && !MEANINGLESS.test(part));
  const said = parts.pop() ?? named;
  const last = /\[\\?["']([^"'\\]+)\\?["']\]$/.exec(said)?.[1] ?? said;
  const short = last.replace(/(?:_?(?:FLOW|Flow))?_?(?:ARN|Arn|ID|Id|NAME|Name)$|(?<=_[a-z\d]+)_(?:arn|id)$/, '');
  return short === '' ? last : short;
}

/** A value that the AWS CDK has not filled in yet: `Token[Lookup.Arn.55]` → `Lookup.Arn`, `Token[TOKEN.55]` → nothing. */
function withoutCdk(inner: string): string {
  return inner.replace(/^Token\[(?:TOKEN|(.+?))(?:\.\d+)?\]$/, '$1');
}

/** What is readable of an ARN: a function's name, a file's; ids of the instance, and of bots, tell nothing. */
function lastPart(value: string): string | undefined {
  if (!value.startsWith('arn:')) return value;
  const parts = value.split(/[:/](?![^{]*\})/);
  // A bot alias ends with the id of the bot and that of the alias.
  const part = parts.at(parts.includes('bot-alias') ? -2 : -1);
  if (part === undefined || part === '' || (parts.includes('bot-alias') && /^[A-Z0-9]{10}$/.test(part)))
    return undefined;
  return tokenMeaning(part) ?? part.replace(/\$\{[^}]*\}|\{\{[^}]*\}\}/g, '');
}

/** What Connect calls the thing; of a function its ARN says that. */
function displayFor(kind: EntityKind, value: string, display: string | undefined): string | undefined {
  if (display !== undefined && display !== '' && display !== value) return display;
  return kind === 'lambda' ? FUNCTION.exec(value)?.[1] : undefined;
}

const FUNCTION = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:([\w:$-]+)$/;

/** The existing things that a body's values speak of, in reading order. */
export function inReadingOrder(items: readonly Item[], mentioned: (value: Value) => Existing | undefined): Existing[] {
  const found = new Set<Existing>();
  const visitValue = (value: Value): void => {
    const existing = mentioned(value);
    if (existing !== undefined) found.add(existing);
    if (value.kind === 'list') value.items.forEach(visitValue);
    if (value.kind === 'phrase') value.words.forEach(visitValue);
    if (value.kind === 'block') value.entries.forEach(visit);
  };
  const visit = (node: Item | Entry): void => {
    switch (node.kind) {
      case 'param':
        visitValue(node.value);
        break;
      case 'clause':
      case 'statement':
        node.words.forEach(visitValue);
        if (node.block !== undefined) visitValue(node.block);
        break;
      case 'branch':
        if (node.target.kind === 'body') node.target.items.forEach(visit);
        break;
      case 'if':
        for (const part of [node.then, node.otherwise]) {
          if (part?.kind === 'body') part.items.forEach(visit);
          else if (part?.kind === 'if') visit(part);
        }
        break;
      case 'repeat':
        node.words.forEach(visitValue);
        node.body.items.forEach(visit);
        break;
      case 'step':
        node.body.items.forEach(visit);
        break;
    }
  };
  items.forEach(visit);
  return [...found];
}
