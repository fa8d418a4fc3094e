/** What is live of a project, taken into its files. */
import { wordOfFlowType } from '../../../catalogue/flow-types.ts';
import { bindNames, listedFor } from '../../../connect/bind.ts';
import { allNames } from '../../../check/names.ts';
import { resolveParams } from '../../../check/params.ts';
import type { Named, ParsedFile, Program } from '../../../check/program.ts';
import type { Listed } from '../../../connect/types.ts';
import { createNames, inReadingOrder, sayExisting } from '../../../constructs/naming.ts';
import { withContract } from '../../../constructs/say-contract.ts';
import { sayFlow } from '../../../decompiler.ts';
import { canonicalKind } from '../../../entities/index.ts';
import type { EntityKind } from '../../../entities/types.ts';
import type { Declaration, Entity, Flow } from '../../../syntax/ast.ts';
import type { FlowType } from '../../../graph/flow-graph.ts';
import { asDocText } from '../../../syntax/docs.ts';
import { format } from '../../../syntax/format.ts';
import { parse } from '../../../syntax/parse.ts';
import { printFile } from '../../../syntax/print.ts';
import { textAt } from '../../../text/json-members.ts';
import { applyEdits, NOWHERE, type SourceText, type TextEdit } from '../../../text/text.ts';
import type { EnvironmentSettings } from '../../../workspace/environments.ts';
import { keyOf } from '../../lookup.ts';
import type { Planned } from '../../plan-project.ts';
import type { Change, LiveResource, ResourceKey } from '../../types.ts';
import { declare, docFor } from '../declare.ts';
import { identifiersFor, type Declared, type Identifiers } from '../identifiers.ts';
import { graphOf, sayEntity } from '../say-project.ts';
import { adoptContract } from './contract.ts';
import { docEdit } from './doc.ts';
import { entityEdits } from './entity.ts';
import { adoptFlow, type AdoptedFlow } from './flow.ts';
import type { Surroundings } from './working.ts';

export interface AdoptInput {
  readonly sources: readonly SourceText[];
  readonly planned: Planned;
  readonly program: Program;
  readonly settings: EnvironmentSettings;
  /** What to take in of that which source has already; other changes are left. */
  readonly isWanted: (key: ResourceKey) => boolean;
  /** What source does not have yet. */
  readonly strangers: readonly LiveResource[];
  /** Declarations to write anew as a whole, by `keyOf`: edits of them did not say what is live. */
  readonly anew?: ReadonlySet<string>;
}

export interface Adopted {
  /** Files of the project that change, whole. */
  readonly files: readonly SourceText[];
  /** Declarations that the project does not have yet. */
  readonly added: readonly { readonly key: ResourceKey; readonly identifier: string; readonly text: string }[];
  /** What flows speak of now and the project does not declare. */
  readonly existing: readonly Entity[];
  readonly taken: readonly Taken[];
}

export interface Taken extends ResourceKey {
  readonly how: AdoptedFlow['how'] | 'new';
}

/** The text with line feeds alone: what edits are made in. */
export function withPlainLines({ path, text }: SourceText): SourceText {
  return { path, text: text.replaceAll('\r\n', '\n') };
}

/** Nothing is written; what comes of it is to be held against the instance first. */
export function adoptProject(input: AdoptInput): Adopted {
  const { planned, strangers, isWanted } = input;
  const naming = namingOf(input);
  const taken: Taken[] = [];
  const existing: Entity[] = [];
  const edits = new Map<SourceText, TextEdit[]>();
  const add = (source: SourceText, made: readonly TextEdit[]) =>
    edits.set(source, [...(edits.get(source) ?? []), ...made]);
  const changed = planned.plan.changes.filter((change) => change.action === 'update' && isWanted(change));
  for (const change of changed) {
    const named = naming.declared.get(keyOf(change));
    if (named === undefined) continue;
    if (named.declaration.kind === 'entity') {
      add(named.source, editsOfEntity(input, naming, change, named.source, named.declaration));
      taken.push({ kind: change.kind, name: change.name, how: 'edited' });
    } else {
      const adopted = editsOfFlow(naming, change, named);
      add(named.source, adopted.edits);
      existing.push(...adopted.entities);
      taken.push({ kind: change.kind, name: change.name, how: adopted.how });
    }
  }
  const added = strangers.flatMap((resource) => sayStranger(naming, resource, existing));
  for (const { key } of added) taken.push({ ...key, how: 'new' });
  return {
    files: [...edits].map(([source, made]) => ({ path: source.path, text: edited(source, made) })),
    added,
    existing: [...existing, ...spokenOf(naming, strangers)].sort((a, b) => (a.name.text < b.name.text ? -1 : 1)),
    taken,
  };
}

/** Of every flow that changed the text of its file, as it is and with the live flow taken in. By `keyOf`. */
export function changedFlowTexts(
  input: Pick<AdoptInput, 'sources' | 'planned' | 'program' | 'settings'>,
): ReadonlyMap<string, { readonly before: string; readonly after: string }> {
  const naming = namingOf(input);
  const texts = new Map<string, { before: string; after: string }>();
  for (const change of input.planned.plan.changes) {
    const named = naming.declared.get(keyOf(change));
    if (change.action !== 'update' || change.blocks.length === 0 || named === undefined) continue;
    const { edits } = editsOfFlow(naming, change, named);
    texts.set(keyOf(change), { before: named.source.text, after: edited(named.source, edits) });
  }
  return texts;
}

/** A file that is as the formatter writes it is so afterwards; others keep the layout that they have. */
function edited(source: SourceText, edits: readonly TextEdit[]): string {
  const text = applyEdits(source.text, edits);
  return format(source).text === source.text ? format({ path: source.path, text }).text : text;
}

// --------------------------------------------------------------------------------------------------------------- names

interface Naming {
  readonly identifiers: Identifiers;
  readonly surroundings: Surroundings;
  /** Declarations of the project by `kind/name in Connect`. */
  readonly declared: ReadonlyMap<string, Named>;
  readonly things: Declared['things'];
}

function namingOf({
  planned,
  program,
  settings,
  sources,
}: Pick<AdoptInput, 'sources' | 'planned' | 'program' | 'settings'>): Naming {
  const { inventory } = planned.lookup;
  const { environment } = bindNames(program, inventory, settings);
  const things = new Map<Listed, { identifier: string; reference: string | undefined }>();
  const taken = new Set<string>();
  const pins = new Map<string, string>();
  const declared = new Map<string, Named>();
  for (const named of allNames(program)) {
    const kind = canonicalKind(named.kind);
    taken.add(`${kind}/${named.name}`);
    if (named.pin !== undefined) pins.set(`${kind}/${named.pin}`, named.name);
    const listed = listedFor(named, inventory);
    if (listed !== undefined) things.set(listed, { identifier: named.name, reference: environment.bind(named) });
    if (!named.existing) declared.set(keyOf({ kind, name: listed?.name ?? named.display }), named);
  }
  const inUse = inventory.things.filter(({ state }) => state !== 'ARCHIVED');
  const speaking = { instance: inventory.instance, moduleAlias: settings.modules.alias };
  const identifiers = identifiersFor(inUse, speaking, new Map(), { things, taken, pins });
  const surroundings: Surroundings = {
    program: withStrangers(program, inUse, things, identifiers),
    environment,
    instanceArn: inventory.instance.arn,
    prepare: preparation(sources, settings),
  };
  return { identifiers, surroundings, declared, things };
}

/** The project as if it declared everything that the instance has: flows may speak of any of it. */
function withStrangers(
  program: Program,
  inUse: readonly Listed[],
  known: Naming['things'],
  identifiers: Identifiers,
): Program {
  const names = new Map<EntityKind, Map<string, Named>>([...program.names].map(([kind, of]) => [kind, new Map(of)]));
  for (const thing of inUse) {
    if (known.has(thing)) continue;
    const { kind, name } = thing;
    const identifier = identifiers.of(thing);
    const declaration = declare({ kind, name, identifier, settings: {}, existing: true }, () => '');
    const source = { path: '', text: '' };
    const named: Named = {
      kind,
      name: identifier,
      display: name,
      existing: true,
      pin: undefined,
      declaration,
      source,
      span: NOWHERE,
    };
    const ofKind = names.get(kind) ?? new Map<string, Named>();
    if (!ofKind.has(identifier.normalize('NFC'))) ofKind.set(identifier.normalize('NFC'), named);
    names.set(kind, ofKind);
  }
  return { files: program.files, names };
}

/** Values of params in the place of their names, as the compiler puts them there. */
function preparation(sources: readonly SourceText[], { name, params }: EnvironmentSettings): Surroundings['prepare'] {
  const files = sources
    .filter(({ text }) => /^\s*param\s/m.test(text))
    .map((source): ParsedFile => ({ source, tree: parse(source).tree }));
  if (files.length === 0) return undefined;
  return (file) => resolveParams([...files, file], { environment: name, settings: params }).files.at(-1) ?? file;
}

/** What is spoken of now, and neither declared before nor declared by this. */
function spokenOf({ identifiers, things }: Naming, strangers: readonly LiveResource[]): Entity[] {
  const made = new Set(strangers.map(({ listed }) => listed));
  return [...identifiers.mentioned]
    .filter((thing) => !things.has(thing) && !made.has(thing))
    .map((thing) => {
      const { kind, name } = thing;
      return declare(
        { kind, name, identifier: identifiers.of(thing), settings: {}, existing: true },
        identifiers.called,
      );
    });
}

// ---------------------------------------------------------------------------------------------------------------- edits

function editsOfEntity(
  { anew }: AdoptInput,
  { identifiers }: Naming,
  { kind, name, before, after }: Change,
  source: SourceText,
  entity: Entity,
): readonly TextEdit[] {
  if (before === undefined) return [];
  const live = before.settings;
  if (anew?.has(keyOf({ kind, name })) !== true) {
    return entityEdits(source, entity, { kind, said: after?.settings ?? {}, live }, identifiers.called);
  }
  const said = sayEntity(before, identifiers);
  const newText = printed([{ ...said, doc: undefined, operands: entity.operands }]).trimEnd();
  return [{ span: entity.span, newText }, docEdit(source, entity.span.start, docFor(live['description']))];
}

function editsOfFlow(
  { identifiers, surroundings }: Naming,
  { before, after, blocks }: Change,
  { declaration, source }: Named,
): Pick<AdoptedFlow, 'how' | 'entities'> & { readonly edits: readonly TextEdit[] } {
  const live = before === undefined ? undefined : graphOf(before);
  if (declaration.kind !== 'flow' || before === undefined) return { how: 'same', entities: [], edits: [] };
  const { span } = declaration;
  const old: AdoptedFlow = { text: source.text.slice(span.start, span.end), how: 'same', entities: [] };
  const adopted =
    live === undefined || blocks.length === 0
      ? old
      : adoptFlow(source, declaration, live, surroundings, identifiers.known);
  const said = after?.settings ?? {};
  const contract = before.kind === 'module' ? adoptContract(adopted.text, said, before.settings) : adopted.text;
  const text = withType(contract, declaration, before.flow?.type);
  const edits: TextEdit[] = text === old.text ? [] : [{ span, newText: text }];
  if (said['description'] !== before.settings['description']) {
    const doc = asDocText(textAt(before.settings, 'description') ?? '');
    edits.push(docEdit(source, span.start, doc === '' ? undefined : doc));
  }
  // The kind, the contract and the description stand outside of what the blocks say.
  const isEditedAround = text !== adopted.text || (adopted.how === 'same' && edits.length > 0);
  return { how: isEditedAround ? 'edited' : adopted.how, entities: adopted.entities, edits };
}

/** The text of a flow with the word of another type in the place of its own. */
function withType(text: string, { type, span }: Flow, live: FlowType | undefined): string {
  if (type === undefined || live === undefined || type.text === wordOfFlowType(live)) return text;
  const at = type.span.start - span.start;
  // What was written anew has the live type already.
  if (!text.startsWith(`${type.text} `, at)) return text;
  return text.slice(0, at) + wordOfFlowType(live) + text.slice(at + type.text.length);
}

function sayStranger({ identifiers }: Naming, resource: LiveResource, existing: Entity[]): Adopted['added'] {
  const { kind, name, listed } = resource;
  const identifier = identifiers.of(listed);
  const graph = graphOf(resource);
  if (resource.flow === undefined) {
    return [{ key: { kind, name }, identifier, text: printed([sayEntity(resource, identifiers)]) }];
  }
  if (graph === undefined) return [];
  const names = createNames(new Set(), identifiers.known);
  const flow = withContract(sayFlow(graph, identifier, names), resource.settings);
  existing.push(...inReadingOrder(flow.body.items, names.mentioned).map(sayExisting));
  return [{ key: { kind, name }, identifier, text: printed([flow]) }];
}

function printed(declarations: readonly Declaration[]): string {
  return printFile({ kind: 'file', declarations, comments: [], span: NOWHERE });
}
