/** What source wants of an instance: declarations and compiled flows as resources. */
import { entityData } from '../check/data.ts';
import { allNames } from '../check/names.ts';
import { lookUp, type Named, type Program } from '../check/program.ts';
import type { CompiledFlow } from '../compiler.ts';
import { kindsIn, listedFor } from '../connect/bind.ts';
import type { Inventory } from '../connect/types.ts';
import { canonicalKind, entityModel } from '../entities/index.ts';
import type { CanonicalKind, EntityKind, EntityModel, Property, ValueType } from '../entities/types.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { Place, SourceText } from '../text/text.ts';
import { codecFor } from './kinds/index.ts';
import { keyOf, lookupOf } from './lookup.ts';
import type { FlowContent, Resource, ResourceKey } from './types.ts';

export interface Desired {
  readonly resources: readonly Resource[];
  /** Where each is declared, by `keyOf`. */
  readonly places: ReadonlyMap<string, Place>;
  /** Numbers that would have to be written, of which the source does not show all digits. */
  readonly hidden: readonly { readonly key: ResourceKey; readonly number: string }[];
  /** Things that source only refers to: they are not the project's, but not to be put aside either. */
  readonly referred: readonly ResourceKey[];
}

export interface DesiredInput {
  readonly program: Program;
  readonly flows: readonly CompiledFlow[];
  readonly inventory: Inventory;
  /** Tags of everything that is published to the environment. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** What stands for digits that the source does not show; without it they are `hidden`. */
  readonly digit?: string | undefined;
  /** Files whose declarations are wanted; those of the others are referred to. Without it, all. */
  readonly only?: ((source: SourceText) => boolean) | undefined;
}

/** Everything that publishing writes, in the order of the source. */
export function desired(input: DesiredInput): Desired {
  const { program, flows } = input;
  const resources: Resource[] = [];
  const referred: ResourceKey[] = [];
  const places = new Map<string, Place>();
  const hidden: { key: ResourceKey; number: string }[] = [];
  const compiled = new Map(flows.map((flow) => [flow.declaration, flow]));
  for (const named of allNames(program)) {
    const kind = canonicalKind(named.kind);
    const name = nameIn(input, named);
    const codec = codecFor(kind);
    const isOthers = input.only?.(named.source) === false;
    if (named.existing || named.pin !== undefined || codec === undefined || isOthers) {
      referred.push({ kind, name });
      continue;
    }
    const place: Place = { source: named.source, span: named.span };
    const key = keyOf({ kind, name });
    // Two declarations of one name are an error of the source, told there.
    if (places.has(key)) continue;
    places.set(key, place);
    const flow = named.declaration.kind === 'flow' ? compiled.get(named.declaration) : undefined;
    // A flow that could not be compiled is known by its name alone.
    if (named.declaration.kind === 'flow' && flow === undefined) {
      referred.push({ kind, name });
      continue;
    }
    const said = withDigits(settingsOf(input, named), (number) => {
      if (input.digit === undefined) hidden.push({ key: { kind, name }, number });
      return number.replace(/X/gi, input.digit ?? 'X');
    });
    const { settings, open } = withTags(said, input.tags ?? {});
    resources.push({
      kind,
      name,
      settings: codec.complete(settings, name),
      ...(open.length === 0 ? {} : { open }),
      ...(flow === undefined ? {} : { flow: contentOf(flow) }),
    });
  }
  return { resources, places, hidden, referred };
}

/** The document is made when it is asked for: of flows that are unchanged nobody does. */
function contentOf(compiled: CompiledFlow): FlowContent {
  let content: string | undefined;
  return {
    type: compiled.type ?? 'CONTACT_FLOW',
    get content() {
      return (content ??= JSON.stringify(compiled.emitted().document));
    },
    compiled,
  };
}

const MASKED = /^\+\d{2,}[\dX]*X[\dX]*$/i;

/** Settings with the digits of numbers that source masks (`+81501234XXXX`). */
function withDigits<T extends Json>(value: T, shown: (number: string) => string): T {
  if (typeof value === 'string') return (MASKED.test(value) ? shown(value) : value) as T;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withDigits(item, shown)) as unknown as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDigits(item as Json, shown)])) as T;
}

/** Environment's tags join what source says; where it says nothing, other tags that are live are left alone. */
function withTags(
  settings: JsonObject,
  tags: Readonly<Record<string, string>>,
): { readonly settings: JsonObject; readonly open: readonly string[] } {
  const said = settings['tags'];
  const all = { ...tags, ...(isObject(said) ? said : {}) };
  const keys = Object.keys(all).sort();
  const open = said === undefined ? ['tags'] : [];
  if (keys.length === 0) return { settings, open };
  const sorted = Object.fromEntries(keys.map((key): [string, Json] => [key, all[key] ?? '']));
  return { settings: { ...settings, tags: sorted }, open };
}

/** The name in Connect: masked numbers and pinned ids stand for things that the instance has by other names. */
function nameIn({ inventory }: DesiredInput, named: Named): string {
  const kind = canonicalKind(named.kind);
  const { names, listed } = lookupOf(inventory);
  if (named.pin !== undefined) return names(kind, named.pin) ?? named.pin;
  return (listed(kind, named.display) ?? listedFor(named, inventory))?.name ?? named.display;
}

// ------------------------------------------------------------------------------------------------------------ settings

/** Members of `entityData` that are not settings. */
const HEAD = new Set(['display', 'existing', 'pin', 'type']);

function settingsOf(input: DesiredInput, named: Named): JsonObject {
  const model = entityModel(named.kind);
  const entries = Object.entries(entityData(named)).filter(
    ([key]) => !HEAD.has(key) || (key !== 'type' && model.properties.some((property) => property.key === key)),
  );
  return inConnectNames(input, model, Object.fromEntries(entries));
}

/** Names of the source → names in Connect, wherever the model has a reference. */
function inConnectNames(input: DesiredInput, model: EntityModel, data: JsonObject): JsonObject {
  const target = model.target === undefined ? [] : [model.target];
  const renamed = renamedProperties(input, [...model.properties, ...target], data);
  const clauses = model.clauses.flatMap((clause): [string, Json][] => {
    const said = data[clause.word];
    if (!Array.isArray(said)) return [];
    const operand: Property[] =
      clause.operand === undefined ? [] : [{ key: clause.operand.name, type: clause.operand.type, doc: '' }];
    const all = (said as readonly Json[]).map((one) =>
      isObject(one) ? renamedProperties(input, [...operand, ...clause.properties], one) : one,
    );
    return [[clause.word, all]];
  });
  return { ...renamed, ...Object.fromEntries(clauses) };
}

function renamedProperties(input: DesiredInput, properties: readonly Property[], data: JsonObject): JsonObject {
  const types = new Map(properties.map(({ key, type }) => [key, type]));
  const entries = Object.entries(data).map(([key, value]): [string, Json] => {
    const type = types.get(key);
    return [key, type === undefined ? value : renamed(input, type, value)];
  });
  return Object.fromEntries(entries);
}

function renamed(input: DesiredInput, type: ValueType, value: Json): Json {
  switch (type.is) {
    case 'ref':
      return typeof value === 'string' ? connectName(input, type.kind, value) : value;
    case 'list':
      return Array.isArray(value) ? (value as readonly Json[]).map((item) => renamed(input, type.of, item)) : value;
    case 'group':
      return isObject(value) ? renamedProperties(input, type.properties, value) : value;
    default:
      return value;
  }
}

function connectName(input: DesiredInput, kind: EntityKind, name: string): string {
  const named = lookUp(input.program, kind, name);
  return named === undefined ? name : nameIn(input, named);
}

/** Kinds whose lists a plan needs: those that the program declares, and what things of those kinds may refer to. */
export function kindsNeeded(program: Program): readonly CanonicalKind[] {
  const kinds = new Set<CanonicalKind>(['flow', 'module']);
  const add = (kind: CanonicalKind) => {
    if (kinds.has(kind)) return;
    kinds.add(kind);
    referredKinds(kind).forEach(add);
  };
  kindsIn(program).forEach(add);
  return [...kinds].sort();
}

function referredKinds(kind: CanonicalKind): readonly CanonicalKind[] {
  const { properties, clauses } = entityModel(kind);
  const inType = (type: ValueType): readonly CanonicalKind[] => {
    switch (type.is) {
      case 'ref':
        return [type.kind];
      case 'list':
        return inType(type.of);
      case 'group':
        return type.properties.flatMap((property) => inType(property.type));
      default:
        return [];
    }
  };
  return [
    ...properties.flatMap(({ type }) => inType(type)),
    ...clauses.flatMap(({ operand }) => (operand === undefined ? [] : inType(operand.type))),
  ];
}
