/**
 * A program that remembers what was asked of it: so that what was made of one flow can be kept until something that it
 * rests on changes.
 */
import type { Environment, Named, Program } from '../../check/program.ts';
import type { EntityKind } from '../../entities/types.ts';
import { sameTree } from '../same-tree.ts';

/**
 * What somebody looked at. `face`: what a name is called, whether it exists, its pin. `depth`: what its declaration says.
 * `place`: where it stands.
 */
type Look = 'face' | 'depth' | 'place';

type Names = ReadonlyMap<string, Named>;

/** What was asked, and what the answer was. */
export interface Needs {
  /** By kind and name. */
  readonly names: Map<string, Need>;
  /** Whole lists of a kind; undefined where there was none. */
  readonly lists: Map<EntityKind, Names | undefined>;
  readonly bound: Map<string, { readonly named: Named; readonly id: string | undefined }>;
  /** All kinds were gone through, or the texts of files were looked at: anything may matter. */
  everything: Program | undefined;
}

interface Need {
  readonly kind: EntityKind;
  readonly name: string;
  readonly named: Named | undefined;
  look: Look;
}

export interface Watched {
  readonly program: Program;
  readonly environment: Environment;
  readonly needs: Needs;
  /** The program's own entry behind one that this program handed out. */
  readonly actual: (named: Named) => Named;
}

export function watch(program: Program, environment: Environment): Watched {
  const needs: Needs = { names: new Map(), lists: new Map(), bound: new Map(), everything: undefined };
  const masks = new Map<Named, Named>();
  const behind = new Map<Named, Named>();

  const note = (kind: EntityKind, name: string, named: Named | undefined, look: Look): void => {
    const key = keyOf(kind, name);
    const need = needs.names.get(key);
    if (need === undefined) needs.names.set(key, { kind, name, named, look });
    else if (RANK[look] > RANK[need.look]) need.look = look;
  };
  const mask = (named: Named): Named => {
    let masked = masks.get(named);
    if (masked === undefined) {
      masked = maskOf(named, (look) => {
        note(named.kind, named.name, named, look);
      });
      masks.set(named, masked);
      behind.set(masked, named);
    }
    return masked;
  };
  const listOf = (kind: EntityKind, real: Names): Names => {
    const all = () => {
      needs.lists.set(kind, real);
      return new Map([...real].map(([name, named]) => [name, mask(named)]));
    };
    const size = (): number => {
      needs.lists.set(kind, real);
      return real.size;
    };
    return {
      get size() {
        return size();
      },
      get: (name) => {
        const named = real.get(name);
        note(kind, name, named, 'face');
        return named && mask(named);
      },
      has: (name) => {
        note(kind, name, real.get(name), 'face');
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
      needs.lists.set(kind, undefined);
      return undefined;
    }
    let list = watchedLists.get(kind);
    if (list === undefined) watchedLists.set(kind, (list = listOf(kind, real)));
    return list;
  };
  const allKinds = (): Map<EntityKind, Names> => {
    needs.everything = program;
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
        needs.everything = program;
        return program.files;
      },
      names,
    },
    environment: {
      name: environment.name,
      bind: (named) => {
        const id = environment.bind(actual(named));
        needs.bound.set(keyOf(named.kind, named.name), { named: actual(named), id });
        note(named.kind, named.name, actual(named), 'face');
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

/** Whether lists are the same in another program, remembered for the many that ask. */
export type SameLists = (then: Names | undefined, now: Names | undefined) => boolean;

export function listComparison(): SameLists {
  const known = new Map<Names, boolean>();
  return (then, now) => {
    if (then === undefined || now === undefined) return then === now;
    let same = known.get(then);
    if (same === undefined) known.set(then, (same = sameList(then, now)));
    return same;
  };
}

function sameList(then: Names, now: Names): boolean {
  if (then.size !== now.size) return false;
  const rest = now.entries();
  for (const [name, named] of then) {
    const other = rest.next().value;
    if (other === undefined || other[0] !== name || !sameFace(named, other[1])) return false;
  }
  return true;
}

/** Whether all answers would be the same today. */
export function stillHolds(needs: Needs, program: Program, environment: Environment, sameLists: SameLists): boolean {
  if (needs.everything !== undefined && needs.everything !== program) return false;
  for (const { kind, name, named, look } of needs.names.values()) {
    if (!sameNamed(named, program.names.get(kind)?.get(name), look)) return false;
  }
  for (const [kind, list] of needs.lists) {
    const now = program.names.get(kind);
    if (!sameLists(list, now)) return false;
  }
  for (const [kind] of needs.lists) needs.lists.set(kind, program.names.get(kind));
  for (const { named, id } of needs.bound.values()) {
    const now = program.names.get(named.kind)?.get(named.name);
    if (now === undefined || environment.bind(now) !== id) return false;
  }
  return true;
}

function sameNamed(then: Named | undefined, now: Named | undefined, look: Look): boolean {
  if (then === undefined || now === undefined) return then === now;
  if (!sameFace(then, now)) return false;
  if (look === 'face') return true;
  if (!sameTree(then.declaration, now.declaration)) return false;
  return look === 'depth' || (then.source === now.source && then.span.start === now.span.start);
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
