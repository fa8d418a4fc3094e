/** Entity declarations against the entity model, and the project as a whole. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { removeEntry } from '../diagnostics/remedy.ts';
import { nearestKey } from '../diagnostics/suggest.ts';
import { entityModel } from '../entities/index.ts';
import type { ClauseModel, EntityKind, EntityModel, Property, Rule } from '../entities/types.ts';
import type { Block, Clause, Entity, Entry, Flow, Value } from '../syntax/ast.ts';
import { cover, type SourceText, type Span } from '../text/text.ts';
import { checkSchedule } from './hours.ts';
import { allNames, type Reference } from './names.ts';
import { daysOf, nearestDays } from './opening.ts';
import { checkProject } from './project.ts';
import type { Named, Program } from './program.ts';
import { itemsOf, saidBy, saidIn, textOf, valueOf } from './read.ts';
import { attributeValues } from './types.ts';
import { checkLength, checkName, checkPhone, checkValue, insteadOf, report, type At, type Checking } from './values.ts';

/** Checks every declaration that has a name, then what only shows when all are seen together. */
export function checkEntities(program: Program): readonly Diagnostic[] {
  return examine(program).diagnostics;
}

/** The places in entity declarations that speak of a name. Those in flows are found by whoever lowers the flows. */
export function entityReferences(program: Program): readonly Reference[] {
  return examine(program).references;
}

function examine(program: Program): Checking {
  const checking: Checking = { program, diagnostics: [], references: [] };
  for (const named of allNames(program)) {
    if (named.declaration.kind === 'entity') checkEntity(checking, named, named.declaration);
    else checkFlowHead(checking, named, named.declaration);
  }
  checkProject(checking);
  return checking;
}

function checkEntity(checking: Checking, named: Named, entity: Entity): void {
  const model = entityModel(named.kind);
  const { source } = named;
  checkOperands(checking, named, entity, model);
  if (entity.target !== undefined) {
    if (model.target?.type.is === 'ref') {
      const at = { source, key: named.name, beside: [] };
      checkName(checking, model.target.type, entity.target.text, entity.target.span, at);
    } else report(checking, source, entity.target.span, 'target-not-here', { kind: named.kind, name: named.name });
  }
  const owner: Owner = {
    title: `${named.kind} ${entity.name.text}`,
    place: entity.name.span,
    source,
    properties: model.properties,
    clauses: model.clauses,
    days: model.days ?? false,
    refused: model.refused ?? {},
    kind: named.kind,
    // What exists already is not described here, so nothing can be missing; bind says what is too much.
    complete: !entity.existing && entity.pin === undefined,
    bare: entity.block === undefined,
  };
  checkBlock(checking, owner, entity.block);
  for (const rule of model.rules) {
    if (owner.complete || describes(model, rule)) checkRule(checking, owner, rule, entity.block);
  }
  if (named.kind === 'hours' && owner.complete) checkSchedule(checking, named, entity);
  if (named.kind === 'attribute') checkDefault(checking, named, entity);
}

// ------------------------------------------------------------------------------- what stands between name and braces

/** `attribute tier "gold" | "silver"`, as a parameter of a module says it. */
function valuesInBraces(operands: readonly Value[]): string | undefined {
  if (!operands.some((one) => one.kind === 'sign' && one.text === '|')) return undefined;
  const values = operands.flatMap((one) => (one.kind === 'text' ? [JSON.stringify(one.value)] : []));
  return `{ values: [${values.join(', ')}] }`;
}

function checkOperands(checking: Checking, named: Named, entity: Entity, model: EntityModel): void {
  const { operand } = model;
  const { source, kind } = named;
  const params = { kind, name: entity.name.text, role: operand.role };
  const [said, ...surplus] = entity.operands;
  const first = said === undefined || isOperand(said, operand.role) ? said : undefined;
  const extra = first === said ? surplus : entity.operands;
  const [from, to] = [extra[0]?.span, extra[extra.length - 1]?.span];
  if (from !== undefined && to !== undefined) {
    const braces = kind === 'attribute' ? valuesInBraces(entity.operands) : undefined;
    report(checking, source, { start: from.start, end: to.end }, 'surplus-text', { ...params, braces });
  }
  const text = textOf(first);
  if (text === undefined) {
    const needed = operand.required && named.pin === undefined;
    if (needed && said === undefined) report(checking, source, entity.name.span, 'missing-text', params);
    // The name itself is what Connect is asked for, so it has to be one that Connect takes.
    else if (model.managed && !entity.existing) {
      checkLength(checking, named.name, operand, entity.name.span, {
        source,
        key: operand.role,
        limits: operand.source,
      });
    }
  } else if (operand.role === 'phone number') {
    checkPhone(checking, text, first?.span ?? entity.name.span, source);
  } else {
    const at = { source, key: operand.role, limits: operand.source };
    checkLength(checking, text, operand, first?.span ?? entity.name.span, at);
  }
}

function isOperand(value: Value, role: EntityModel['operand']['role']): boolean {
  return value.kind === 'text' || (role === 'phone number' && value.kind === 'literal' && value.type === 'phone');
}

/** A module says its contract as statements at its head; the rest of a body is checked when it is lowered. */
function checkFlowHead(checking: Checking, named: Named, flow: Flow): void {
  const { source } = named;
  const model = entityModel(named.kind);
  if (flow.display !== undefined) {
    const at = { source, key: model.operand.role, limits: model.operand.source };
    checkLength(checking, flow.display.value, model.operand, flow.display.span, at);
  }
  if (named.kind !== 'module') return;
  for (const item of flow.body.items) {
    if (item.kind !== 'statement') continue;
    const [word, ...behind] = item.words;
    const property = word?.kind === 'word' && model.properties.find(({ key }) => key === word.text);
    if (!property) continue;
    const value = item.block ?? behind[0];
    if (value !== undefined) checkValue(checking, property.type, value, atOf(checking, source, property, []));
    for (const surplus of item.block === undefined ? behind.slice(1) : behind)
      report(checking, source, surplus.span, 'property-form', { said: slice(source, surplus.span), form: undefined });
  }
}

// ------------------------------------------------------------------------------------------------------------ braces

interface Owner {
  /** How messages name it: `queue Support`, `caller_id`. */
  readonly title: string;
  /** Where something that is missing is told. */
  readonly place: Span;
  readonly source: SourceText;
  readonly properties: readonly Property[];
  readonly clauses: readonly ClauseModel[];
  readonly days: boolean;
  readonly refused: Readonly<Record<string, string>>;
  /** Of a declaration; undefined in braces within its own. */
  readonly kind: EntityKind | undefined;
  readonly complete: boolean;
  /** A declaration without braces: perhaps of something that exists. */
  readonly bare?: boolean;
}

function checkBlock(checking: Checking, owner: Owner, block: Block | undefined): void {
  const beside = saidIn(block).map((said) => said.key);
  const seen = new Set<string>();
  // What is there under another name was told, and does not count as missing.
  const meant = new Set<string>();
  const entries = block?.entries ?? [];
  for (const [i, entry] of entries.entries()) {
    if (!isStray(entry)) checkEntry(checking, owner, entry, beside, seen, meant);
    else if (i === 0 || !isStray(entries[i - 1])) reportStray(checking, owner, entries[i - 1], entry);
  }
  if (!owner.complete) return;
  const missing = owner.properties.filter(({ key, required }) => required && !seen.has(key) && !meant.has(key));
  const [first, ...more] = missing;
  if (first !== undefined) {
    const { key, doc } = first;
    const params = { owner: owner.title, key, more: more.map((one) => one.key), doc, bare: owner.bare === true };
    report(checking, owner.source, owner.place, 'missing-property', params);
  }
  for (const clause of owner.clauses) {
    const count = block?.entries.filter((entry) => entry.kind === 'clause' && textOf(entry.words[0]) === clause.word);
    if (clause.limit !== undefined && count !== undefined && count.length > clause.limit.max) {
      const params = { what: `\`${clause.word}\` in \`${owner.title}\``, count: count.length, ...clause.limit };
      report(checking, owner.source, owner.place, 'over-limit', params);
    }
  }
}

function checkEntry(
  checking: Checking,
  owner: Owner,
  entry: Entry,
  beside: readonly string[],
  seen: Set<string>,
  meant: Set<string>,
): void {
  const { source } = owner;
  if (entry.kind === 'branch') {
    report(checking, source, entry.span, 'property-form', { said: 'on …', form: undefined });
    return;
  }
  const clause =
    entry.kind === 'clause' ? owner.clauses.find(({ word }) => word === textOf(entry.words[0])) : undefined;
  if (clause !== undefined && entry.kind === 'clause') {
    checkClause(checking, owner, clause, entry);
    return;
  }
  const said = saidBy(entry);
  if (said === undefined) {
    if (entry.kind === 'clause') {
      reportForm(checking, owner, entry, meant);
      // It was meant, so it does not count as missing.
      seen.add(textOf(entry.words[0]) ?? '');
    }
    return;
  }
  const { key, value, keySpan } = said;
  if (seen.has(key)) {
    const fixes = removeEntry(source, entry.span, 'Remove the second');
    report(checking, source, keySpan, 'duplicate-property', { key }, fixes);
  }
  seen.add(key);
  const property = owner.properties.find((one) => one.key === key);
  if (property !== undefined) checkValue(checking, property.type, value, atOf(checking, source, property, beside));
  else if (owner.days && daysOf(key) !== undefined) {
    checkValue(checking, { is: 'opening' }, value, atOf(checking, source, { key }, beside));
  } else if (Object.hasOwn(owner.refused, key)) {
    report(checking, source, keySpan, 'refused-property', { owner: owner.title, key, why: owner.refused[key] ?? '' });
  } else reportUnknown(checking, owner, key, keySpan, meant);
}

function reportUnknown(checking: Checking, owner: Owner, key: string, span: Span, meant: Set<string>): void {
  const known = [...owner.properties.map((one) => one.key), ...owner.clauses.map((one) => one.word)];
  const called = owner.kind && whatIsCalled(key, owner.kind);
  const suggestion = (owner.days ? nearestDays(key) : undefined) ?? nearestKey(key, known) ?? called;
  if (suggestion !== undefined) meant.add(suggestion);
  const params = { owner: owner.title, key, suggestion, known: owner.days ? ['mon', 'mon-fri', ...known] : known };
  const isKey = suggestion !== undefined && known.includes(suggestion);
  const isWord = isKey || (owner.days && daysOf(suggestion ?? '') !== undefined);
  report(checking, owner.source, span, 'unknown-property', params, isWord ? insteadOf(span, suggestion) : {});
}

/** What to write for a key by which others know something; what exists is known by its ARN, whatever it is. */
function whatIsCalled(key: string, kind: EntityKind): string | undefined {
  const { alsoCalled = {} } = entityModel(kind);
  const plain = key.toLowerCase().replaceAll('_', '');
  if (plain === 'arn') return `existing ${kind} Name = "arn:…"`;
  return Object.hasOwn(alsoCalled, plain) ? alsoCalled[plain] : undefined;
}

/** `timeout 8s`: a colon is missing; anything else that is neither a property nor a clause. */
function reportForm(checking: Checking, owner: Owner, entry: Clause, meant: Set<string>): void {
  const [word, ...rest] = entry.words;
  const key = textOf(word);
  const property = owner.properties.find((one) => one.key === key);
  const known = property !== undefined || (owner.days && daysOf(key ?? '') !== undefined);
  const last = rest.at(-1);
  if (word === undefined || key === undefined) {
    report(checking, owner.source, entry.span, 'property-form', {
      said: slice(owner.source, entry.span),
      form: undefined,
    });
    return;
  }
  if (!known) {
    reportUnknown(checking, owner, key, word.span, meant);
    return;
  }
  const nothing = property?.type.is === 'type' ? 'text' : '…';
  const value = last === undefined ? nothing : slice(owner.source, cover(rest[0]?.span ?? last.span, last.span));
  const end = { start: word.span.end, end: word.span.end };
  const fixes =
    last === undefined ? [] : [{ title: 'Add the colon', safe: true, edits: [{ span: end, newText: ':' }] }];
  const isMap = property?.braces === true && last === undefined;
  const params = { said: slice(owner.source, entry.span) || key, form: isMap ? `${key} { … }` : `${key}: ${value}` };
  report(checking, owner.source, entry.span, 'property-form', params, { fixes });
}

/** A date or a range of times by itself. */
function isStray(entry: Entry | undefined): entry is Clause {
  return entry?.kind === 'clause' && entry.words.length === 1 && entry.words[0]?.kind === 'literal';
}

/** `wed: 09:00-12:00, 13:00-16:00`: the comma ends the entry, and several values want brackets. Told of the first. */
function reportStray(checking: Checking, owner: Owner, before: Entry | undefined, entry: Clause): void {
  const values = [...(before?.kind === 'param' ? itemsOf(before.value) : []), ...entry.words];
  const types = new Set(values.map((value) => (value.kind === 'literal' ? value.type : value.kind)));
  const list = values.map(({ span }) => slice(owner.source, span)).join(', ');
  const form = before?.kind === 'param' && types.size === 1 ? `${before.key.text}: [${list}]` : undefined;
  const said = slice(owner.source, entry.span);
  report(checking, owner.source, entry.span, 'property-form', { said, form });
}

function slice(source: SourceText, span: Span): string {
  return source.text.slice(span.start, span.end);
}

function checkClause(checking: Checking, owner: Owner, model: ClauseModel, clause: Clause): void {
  const { source } = owner;
  const [word, operand, ...surplus] = clause.words;
  const place = word?.span ?? clause.span;
  const title = `${model.word} ${textOf(operand) ?? ''}`.trim();
  if (model.operand !== undefined) {
    const at = atOf(checking, source, { key: model.word, source: model.source }, []);
    if (operand === undefined) {
      const wanted = `the ${model.operand.name} behind it`;
      report(checking, source, place, 'property-kind', { key: model.word, wanted, example: undefined });
    } else checkValue(checking, model.operand.type, operand, at);
  }
  for (const extra of surplus) {
    report(checking, source, extra.span, 'property-form', { said: textOf(extra) ?? '…', form: undefined });
  }
  const inner: Owner = {
    ...owner,
    title,
    place,
    properties: model.properties,
    clauses: [],
    days: model.days ?? false,
    refused: {},
    kind: undefined,
    // First comes what it is about.
    complete: owner.complete && (model.operand === undefined || operand !== undefined),
  };
  checkBlock(checking, inner, clause.block);
}

/** Braces in braces are checked like the outer ones. */
function atOf(
  checking: Checking,
  source: SourceText,
  property: { readonly key: string; readonly source?: string | undefined },
  beside: readonly string[],
): At {
  return {
    source,
    key: property.key,
    limits: property.source,
    beside,
    group: (properties, value, at) => {
      checkBlock(
        checking,
        {
          title: at.key,
          place: value.span,
          source,
          properties,
          clauses: [],
          days: false,
          refused: {},
          kind: undefined,
          complete: true,
        },
        value,
      );
    },
  };
}

// -------------------------------------------------------------------------------------------------------------- rules

function checkRule(checking: Checking, owner: Owner, rule: Rule, block: Block | undefined): void {
  const said = saidIn(block);
  const has = (key: string) => said.find((one) => one.key === key);
  if (rule.rule === 'together') {
    const given = has(rule.key);
    if (given === undefined || has(rule.needs) !== undefined) return;
    const doc = owner.properties.find((one) => one.key === rule.needs)?.doc ?? '';
    const params = { owner: owner.title, key: rule.key, needs: rule.needs, doc };
    report(checking, owner.source, given.keySpan, 'together-property', params);
    return;
  }
  const given = rule.keys.map(has).filter((one) => one !== undefined);
  if (given.length > 1 || (rule.rule === 'exactly one' && given.length === 0)) {
    const keys = given.map((one) => one.key);
    const place = given[1]?.keySpan ?? owner.place;
    report(checking, owner.source, place, 'either-property', { owner: owner.title, keys: rule.keys, said: keys });
  }
}

/** Whether a rule is about what existing things may say as well. */
function describes(model: EntityModel, rule: Rule): boolean {
  const keys = rule.rule === 'together' ? [rule.key, rule.needs] : rule.keys;
  return model.properties.every((property) => property.describes || !keys.includes(property.key));
}

function checkDefault(checking: Checking, named: Named, entity: Entity): void {
  const value = valueOf(entity.block, 'default');
  const values = attributeValues(named);
  if (value?.kind !== 'text' || values === undefined || values.includes(value.value)) return;
  const params = { name: named.name, value: value.value, values };
  report(checking, named.source, value.span, 'default-value', params);
}
