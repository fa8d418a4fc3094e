/** How the names of contact attributes are written in a flow and in its project. */
import { distance } from 'fastest-levenshtein';
import type { Program } from '../../check/program.ts';
import type { Body, Param, SourceFile, Statement } from '../../syntax/ast.ts';
import { bodiesOf } from '../../syntax/walk.ts';

/** Of `keys` the one that is the same but for capitals and joints, or for one letter. Names that differ by a digit are a series. */
export function nearMiss(key: string, keys: Iterable<string>): string | undefined {
  const plain = bare(key);
  const letter = key.length >= LONG_ENOUGH && !/\d/.test(key);
  for (const other of keys) {
    const more = Math.abs(other.length - key.length);
    if (more > MOST_JOINTS) continue;
    if (bare(other) === plain || (letter && more <= 1 && !/\d/.test(other) && distance(key, other) === 1)) return other;
  }
  return undefined;
}

const LONG_ENOUGH = 6;
/** Joints (`_`, `-`, blanks) that one spelling may have more than another. */
const MOST_JOINTS = 4;

function bare(key: string): string {
  return key.replace(/[_\s-]/g, '').toLowerCase();
}

/** How the flows of a project write the name of an attribute that they set: as it is, or nearly so; undefined if not at all. */
export function spellingIn(program: Program, key: string): string | undefined {
  const { set, answers } = spellingsOf(program);
  if (set.has(key)) return key;
  if (!answers.has(key)) answers.set(key, nearMiss(key, set));
  return answers.get(key);
}

interface Spellings {
  readonly set: ReadonlySet<string>;
  /** Flows of a project read the same attributes. */
  readonly answers: Map<string, string | undefined>;
}

const ofPrograms = new WeakMap<Program, Spellings>();

function spellingsOf(program: Program): Spellings {
  let spellings = ofPrograms.get(program);
  if (spellings === undefined) {
    spellings = { set: new Set(program.files.flatMap(({ tree }) => setIn(tree))), answers: new Map() };
    ofPrograms.set(program, spellings);
  }
  return spellings;
}

const ofFiles = new WeakMap<SourceFile, readonly string[]>();

/** Kept by file: in an editor all but one stay as they are. */
function setIn(tree: SourceFile): readonly string[] {
  let keys = ofFiles.get(tree);
  if (keys === undefined) {
    const found: string[] = [];
    for (const declaration of tree.declarations) if (declaration.kind === 'flow') collect(declaration.body, found);
    ofFiles.set(tree, (keys = found));
  }
  return keys;
}

function collect(body: Body, found: string[]): void {
  for (const item of body.items) {
    if (item.kind === 'statement') found.push(...keysOf(item));
    for (const inner of bodiesOf(item)) collect(inner, found);
  }
}

/** `set attributes { key: … }`, and `attributes: { key: … }` of what starts another contact or is written as an `action`. */
function keysOf({ words, block }: Statement): string[] {
  const params = (block?.entries ?? []).filter((entry): entry is Param => entry.kind === 'param');
  const [verb, object] = words;
  if (verb?.kind === 'word' && verb.text === 'set' && object?.kind === 'word' && object.text === 'attributes')
    return params.map(({ key }) => key.text);
  return params.flatMap(({ key, value }) =>
    value.kind === 'block' && key.text.toLowerCase() === 'attributes'
      ? value.entries.flatMap((entry) => (entry.kind === 'param' ? [entry.key.text] : []))
      : [],
  );
}
