/** What source will call the things of an instance, and what ids and ARNs in flows become. */
import { pascalCase, type KnownNames } from '../../constructs/naming.ts';
import type { Instance, Listed } from '../../connect/types.ts';
import { canonicalKind, entityModels } from '../../entities/index.ts';
import type { CanonicalKind, EntityKind } from '../../entities/types.ts';
import { plainReference } from '../flow-compare.ts';
import { plainId } from '../lookup.ts';
import type { Called } from './declare.ts';

export interface Identifiers {
  /** The identifier of a thing. */
  readonly of: (thing: Listed) => string;
  /** The identifier of what Connect calls so; the name itself where nothing is called so. */
  readonly called: Called;
  /** Names for the ids and ARNs of flows. */
  readonly known: KnownNames;
  /** What was spoken of so far. */
  readonly mentioned: ReadonlySet<Listed>;
}

/** How flows speak of modules in this environment. */
export interface Speaking {
  readonly instance: Instance;
  readonly moduleAlias: string | undefined;
}

/** What a project calls things already. */
export interface Declared {
  /** The identifier, and what it is bound to. */
  readonly things: ReadonlyMap<Listed, { readonly identifier: string; readonly reference: string | undefined }>;
  /** Names of the project, as `kind/name`. */
  readonly taken: ReadonlySet<string>;
  /** Names of ids and ARNs that are pinned in source, by `kind/value`. */
  readonly pins: ReadonlyMap<string, string>;
}

const NOTHING_DECLARED: Declared = { things: new Map(), taken: new Set(), pins: new Map() };

/** Characters of an identifier that is made from a name. */
const LONGEST = 60;

/** One identifier for each of the things, unique in its kind. Earlier ones keep the plain name. */
export function identifiersFor(
  things: readonly Listed[],
  speaking: Speaking,
  hints: ReadonlyMap<Listed, string> = new Map(),
  declared: Declared = NOTHING_DECLARED,
): Identifiers {
  const byThing = new Map<Listed, string>();
  const byName = new Map<string, Listed>();
  const byId = new Map<string, Listed>();
  const taken = new Set<string>(declared.taken);
  for (const thing of things) {
    const base = identifierFrom(thing, hints.get(thing));
    const own = declared.things.get(thing)?.identifier;
    let identifier = own ?? base;
    for (let n = 2; own === undefined && taken.has(`${thing.kind}/${identifier}`); n++) identifier = `${base}${n}`;
    taken.add(`${thing.kind}/${identifier}`);
    byThing.set(thing, identifier);
    byName.set(`${thing.kind}/${thing.name.normalize('NFC')}`, thing);
    byId.set(`${thing.kind}/${plainId(thing.arn)}`, thing);
    byId.set(`${thing.kind}/${plainId(thing.id)}`, thing);
  }
  const mentioned = new Set<Listed>();
  const say = (thing: Listed): string => {
    mentioned.add(thing);
    return byThing.get(thing) ?? thing.name;
  };
  return {
    of: (thing) => byThing.get(thing) ?? thing.name,
    called: (kind, name) => {
      const thing = byName.get(`${kind}/${name.normalize('NFC')}`) ?? byId.get(`${kind}/${plainId(name)}`);
      return thing === undefined ? name : say(thing);
    },
    known: knownNames({ speaking, declared, taken, thingOf: (kind, id) => byId.get(`${kind}/${id}`), say }),
    mentioned,
  };
}

/** `Basic queue` → `BasicQueue`; a number is called after what is said of it, else after its digits. */
function identifierFrom({ kind, name }: Listed, hint: string | undefined): string {
  const said = hint === undefined ? '' : pascalCase(hint);
  if (said !== '' && said.length <= LONGEST) return said;
  if (kind === 'number') return `Number${name.replace(/\D/g, '')}`;
  const made = pascalCase(name).slice(0, LONGEST);
  return made === '' ? pascalCase(kind.replaceAll('_', ' ')) : made;
}

interface Naming {
  readonly speaking: Speaking;
  readonly declared: Declared;
  readonly taken: ReadonlySet<string>;
  readonly thingOf: (kind: CanonicalKind, id: string) => Listed | undefined;
  readonly say: (thing: Listed) => string;
}

function knownNames({ speaking, declared, taken, thingOf, say }: Naming): KnownNames {
  // A block may have an id where another has the ARN; what was asked for last is what the block at hand says.
  const spelled = new Map<string, string>();
  const plain = (reference: string) => plainReference(reference, speaking.instance.arn);
  const nameOf = (kind: CanonicalKind, value: string): string | undefined => {
    const pinned = declared.pins.get(`${kind}/${value}`);
    if (pinned !== undefined) return pinned;
    const thing = thingOf(kind, plainId(value));
    if (thing === undefined) return undefined;
    // A name says one version, and flows may speak of another.
    const reference = declared.things.get(thing)?.reference ?? referenceTo(thing, speaking.moduleAlias);
    return plain(value) === plain(reference) ? say(thing) : undefined;
  };
  return {
    nameOf: (entityKind: EntityKind, value) => {
      const kind = canonicalKind(entityKind);
      const identifier = nameOf(kind, value);
      if (identifier !== undefined) spelled.set(`${kind}/${identifier}`, value);
      return identifier;
    },
    valueOf: (entityKind, identifier) => {
      const key = `${canonicalKind(entityKind)}/${identifier}`;
      return spelled.get(key) ?? (taken.has(key) ? '' : undefined);
    },
  };
}

/** What flow language says for a thing that is named. */
function referenceTo({ kind, id, arn }: Listed, moduleAlias = '$LATEST'): string {
  if (kind === 'module') return `${arn}:${moduleAlias}`;
  if (kind === 'view') return /view\/[^:]+:/.test(arn) ? arn : `${arn}:$LATEST`;
  return entityModels[kind].arn.template === '{id}' ? id : arn;
}
