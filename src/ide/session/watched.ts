/**
 * A program that remembers what was asked of it: so that what was made of one flow can be kept until something that it
 * rests on changes.
 */
import type { Environment, Named, Program } from '../../check/program.ts';
import type { EntityKind } from '../../entities/types.ts';
import { sameTree } from '../same-tree.ts';
import { originOf } from './shifted.ts';

/**
 * What somebody looked at. `face`: what a name is called, whether it exists, its pin. `depth`: what its declaration says.
 * `place`: where it stands.
 */
type Look = 'face' | 'depth' | 'place';

type Names = ReadonlyMap<string, Named>;

/** What was asked. What the answers were is what the program said, of which `Changes` tell what became of it. */
export interface Needs {
  /** By kind and name: how closely it was looked at. */
  readonly names: Map<string, Look>;
  /** Those of the names whose place was asked for. */
  readonly places: Set<string>;
  /** Whole lists of a kind. */
  readonly lists: Set<EntityKind>;
  readonly bound: Map<string, { readonly kind: EntityKind; readonly name: string; readonly id: string | undefined }>;
  /** All kinds were gone through, or the texts of files were looked at: anything may matter. */
  everything: boolean;
}

export interface Watched {
  readonly program: Program;
  readonly environment: Environment;
  readonly needs: Needs;
  /** The program's own entry behind one that this program handed out. */
  readonly actual: (named: Named) => Named;
}

export function watch(program: Program, environment: Environment): Watched {
  const needs: Needs = {
    names: new Map(),
    places: new Set(),
    lists: new Set(),
    bound: new Map(),
    everything: false,
  };
  const masks = new Map<Named, Named>();
  const behind = new Map<Named, Named>();

  const note = (kind: EntityKind, name: string, look: Look): void => {
    const key = keyOf(kind, name);
    const before = needs.names.get(key);
    if (before === undefined || RANK[look] > RANK[before]) needs.names.set(key, look);
    if (look === 'place') needs.places.add(key);
  };
  const mask = (named: Named): Named => {
    let masked = masks.get(named);
    if (masked === undefined) {
      masked = maskOf(named, (look) => {
        note(named.kind, named.name, look);
      });
      masks.set(named, masked);
      behind.set(masked, named);
    }
    return masked;
  };
  const listOf = (kind: EntityKind, real: Names): Names => {
    const all = () => {
      needs.lists.add(kind);
      return new Map([...real].map(([name, named]) => [name, mask(named)]));
    };
    const size = (): number => {
      needs.lists.add(kind);
      return real.size;
    };
    return {
      get size() {
        return size();
      },
      get: (name) => {
        const named = real.get(name);
        note(kind, name, 'face');
        return named && mask(named);
      },
      has: (name) => {
        note(kind, name, 'face');
        return real.has(name);
      },
      keys: () => all().keys(),
      values: () => all().values(),
      entries: () => all().entries(),
      forEach: (callback) => {
        all().forEach(callback);
      },
      [Symbol.iterator]: () => all()[Symbol.iterator](),
    };
  };
  const watchedLists = new Map<EntityKind, Names>();
  const get = (kind: EntityKind): Names | undefined => {
    const real = program.names.get(kind);
    if (real === undefined) {
      needs.lists.add(kind);
      return undefined;
    }
    let list = watchedLists.get(kind);
    if (list === undefined) watchedLists.set(kind, (list = listOf(kind, real)));
    return list;
  };
  const allKinds = (): Map<EntityKind, Names> => {
    needs.everything = true;
    return new Map([...program.names].map(([kind, real]) => [kind, listOf(kind, real)]));
  };
  const names: Program['names'] = {
    get size() {
      return allKinds().size;
    },
    get,
    has: (kind) => get(kind) !== undefined,
    keys: () => allKinds().keys(),
    values: () => allKinds().values(),
    entries: () => allKinds().entries(),
    forEach: (callback) => {
      allKinds().forEach(callback);
    },
    [Symbol.iterator]: () => allKinds()[Symbol.iterator](),
  };
  const actual = (named: Named): Named => behind.get(named) ?? named;
  return {
    program: {
      get files() {
        needs.everything = true;
        return program.files;
      },
      names,
    },
    environment: {
      name: environment.name,
      bind: (named) => {
        const { kind, name } = named;
        const id = environment.bind(actual(named));
        needs.bound.set(keyOf(kind, name), { kind, name, id });
        note(kind, name, 'face');
        return id;
      },
    },
    needs,
    actual,
  };
}

const RANK: Readonly<Record<Look, number>> = { face: 0, depth: 1, place: 2 };

function keyOf(kind: EntityKind, name: string): string {
  return `${kind} ${name}`;
}

/** The same name, telling what of it is looked at beyond its face. */
function maskOf(named: Named, look: (look: Look) => void): Named {
  const { kind, name, display, existing, pin, declaration } = named;
  const tellsOfBody =
    declaration.kind === 'entity'
      ? undefined
      : {
          ...declaration,
          get body() {
            look('depth');
            return declaration.body;
          },
        };
  return {
    kind,
    name,
    display,
    existing,
    pin,
    get declaration() {
      if (tellsOfBody === undefined) look('depth');
      return tellsOfBody ?? declaration;
    },
    get source() {
      look('place');
      return named.source;
    },
    get span() {
      look('place');
      return named.span;
    },
  };
}

/** What a program says otherwise than the one before it. */
export interface Changes {
  /** By kind and name: the first of the looks that sees it, `face` or `depth`. */
  readonly names: ReadonlyMap<string, Look>;
  /** Names that stand elsewhere and say the same: most of a file, where somebody types above them. */
  readonly places: ReadonlySet<string>;
  /** Kinds whose list has other members, or another order. */
  readonly lists: ReadonlySet<EntityKind>;
}

export function changesBetween(then: Program, now: Program): Changes {
  const names = new Map<string, Look>();
  const places = new Set<string>();
  const lists = new Set<EntityKind>();
  for (const kind of new Set([...then.names.keys(), ...now.names.keys()])) {
    const before = then.names.get(kind);
    const after = now.names.get(kind);
    if (before === undefined || after === undefined || !sameOrder(before, after)) lists.add(kind);
    for (const [name, named] of after ?? []) {
      const look = seenFrom(before?.get(name), named);
      if (look === 'place') places.add(keyOf(kind, name));
      else if (look !== undefined) names.set(keyOf(kind, name), look);
      if (look === 'face') lists.add(kind);
    }
    for (const name of before?.keys() ?? []) if (after?.has(name) !== true) names.set(keyOf(kind, name), 'face');
  }
  return { names, places, lists };
}

function sameOrder(then: Names, now: Names): boolean {
  if (then.size !== now.size) return false;
  const rest = now.keys();
  for (const name of then.keys()) if (rest.next().value !== name) return false;
  return true;
}

/** From which look on a difference shows; undefined where there is none. */
function seenFrom(then: Named | undefined, now: Named): Look | undefined {
  if (then?.declaration === now.declaration && then.source === now.source) return undefined;
  if (then === undefined || !sameFace(then, now)) return 'face';
  const isSame =
    originOf(then.declaration) === originOf(now.declaration) || sameTree(then.declaration, now.declaration);
  if (!isSame) return 'depth';
  return then.source === now.source && then.span.start === now.span.start ? undefined : 'place';
}

/** Whether all answers would be the same in the program after the changes. */
export function stillHolds(needs: Needs, changes: Changes, program: Program, environment: Environment): boolean {
  if (needs.everything) return false;
  for (const [key, seen] of changes.names) {
    const look = needs.names.get(key);
    if (look !== undefined && RANK[look] >= RANK[seen]) return false;
    const bound = seen === 'depth' ? needs.bound.get(key) : undefined;
    if (bound === undefined) continue;
    const now = program.names.get(bound.kind)?.get(bound.name);
    if (now === undefined || environment.bind(now) !== bound.id) return false;
  }
  for (const kind of changes.lists) if (needs.lists.has(kind)) return false;
  for (const key of needs.places) if (changes.places.has(key)) return false;
  return true;
}

function sameFace(then: Named, now: Named): boolean {
  return (
    then.name === now.name &&
    then.display === now.display &&
    then.existing === now.existing &&
    then.pin === now.pin &&
    then.kind === now.kind &&
    then.declaration.kind === now.declaration.kind &&
    (then.declaration.kind !== 'flow' ||
      now.declaration.kind !== 'flow' ||
      then.declaration.type?.text === now.declaration.type?.text)
  );
}
