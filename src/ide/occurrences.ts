/** Every place of a project that speaks of something with a name: declarations, references, labels, attributes, params. */
import { entityReferences } from '../check/entities.ts';
import { allNames } from '../check/names.ts';
import type { Named, ParsedFile } from '../check/program.ts';
import { chooseForm } from '../constructs/forms.ts';
import { isTargetWord, type Flow, type Name, type Statement } from '../syntax/ast.ts';
import type { SourceText, Span } from '../text/text.ts';
import { allNodes, type Node } from './locate.ts';
import { paramSettings } from './param-settings.ts';
import type { Analysis } from './types.ts';

export type Meaning =
  | { readonly is: 'named'; readonly named: Named }
  | { readonly is: 'label'; readonly flow: Flow; readonly name: string }
  | { readonly is: 'attribute'; readonly key: string }
  | { readonly is: 'param'; readonly name: string };

export interface Occurrence {
  readonly meaning: Meaning;
  /** The same for everything that means the same. */
  readonly id: string;
  readonly source: SourceText;
  readonly span: Span;
  /** `write`: where an attribute is set. */
  readonly role: 'declaration' | 'reference' | 'write';
}

const known = new WeakMap<Analysis, ReadonlyMap<string, readonly Occurrence[]>>();

/** By path of the file, in source order. */
export function occurrences(analysis: Analysis): ReadonlyMap<string, readonly Occurrence[]> {
  let found = known.get(analysis);
  if (found === undefined) known.set(analysis, (found = collect(analysis)));
  return found;
}

/** The name that an offset stands on; of two that touch there the one that begins. */
export function occurrenceAt(analysis: Analysis, path: string, offset: number): Occurrence | undefined {
  return occurrences(analysis)
    .get(path)
    ?.findLast(({ span }) => span.start <= offset && offset <= span.end);
}

/** All places that mean the same. */
export function sameMeaning(analysis: Analysis, id: string): readonly Occurrence[] {
  return [...occurrences(analysis).values()].flat().filter((one) => one.id === id);
}

function idOfNamed({ kind, name, display }: Named): string {
  return kind === 'attribute' ? `attribute ${display}` : `${kind} ${name}`;
}

function collect(analysis: Analysis): ReadonlyMap<string, readonly Occurrence[]> {
  const paths = [...analysis.files.keys(), ...(analysis.projectFile === undefined ? [] : [analysis.projectFile.path])];
  const found = new Map<string, Occurrence[]>(paths.map((path) => [path, []]));
  const add = (one: Occurrence): void => {
    if (one.span.start < one.span.end) found.get(one.source.path)?.push(one);
  };
  const addNamed = (named: Named, source: SourceText, span: Span, role: Occurrence['role']): void => {
    const at = named.kind === 'attribute' && role === 'declaration' ? keySpan(named) : span;
    add({ meaning: { is: 'named', named }, id: idOfNamed(named), source, span: at, role });
  };
  for (const named of allNames(analysis.program)) addNamed(named, named.source, named.span, 'declaration');
  for (const { named, place } of entityReferences(analysis.program)) {
    addNamed(named, place.source, place.span, 'reference');
  }
  for (const { references } of analysis.flows.values()) {
    for (const { named, place } of references) addNamed(named, place.source, place.span, 'reference');
  }
  for (const file of analysis.files.values()) {
    for (const declaration of file.tree.declarations) if (declaration.kind === 'flow') labels(declaration, file, add);
    attributes(file, add);
  }
  params(analysis, add);
  for (const [path, list] of found) found.set(path, inOrder(list));
  return found;
}

/** Defaults are lowered where they are taken, so the same reference may have been found more than once. */
function inOrder(list: readonly Occurrence[]): Occurrence[] {
  const seen = new Set<string>();
  return [...list]
    .sort((a, b) => a.span.start - b.span.start || (a.role === 'declaration' ? -1 : 1))
    .filter(({ id, span }) => {
      const key = `${id} ${span.start}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
}

/** An attribute is known by its key, which may stand behind the name. */
function keySpan({ declaration, span }: Named): Span {
  const key = declaration.kind === 'entity' ? declaration.operands.find(({ kind }) => kind === 'text') : undefined;
  return key?.span ?? span;
}

function labels(flow: Flow, { source }: ParsedFile, add: (one: Occurrence) => void): void {
  const put = (name: Name, role: Occurrence['role']): void => {
    const id = `label ${source.path} ${flow.span.start} ${name.text}`;
    add({ meaning: { is: 'label', flow, name: name.text }, id, source, span: name.span, role });
  };
  for (const node of allNodes(flow.body)) {
    const { label, name, target } = node as { label?: Name; name?: Name; target?: Node };
    if (node.kind === 'step' && name !== undefined) put(name, 'declaration');
    else if (label !== undefined) put(label, 'declaration');
    else if (node.kind === 'jump' && target !== undefined && !isTargetWord(target as Name)) {
      put(target as Name, 'reference');
    }
  }
}

/** Values stand in the tree in the place of params; the compiler says where. Settings of environments are in the project file. */
function params({ params: declared, uses, projectFile }: Analysis, add: (one: Occurrence) => void): void {
  const put = (name: string, source: SourceText, span: Span, role: Occurrence['role']): void => {
    add({ meaning: { is: 'param', name }, id: `param ${name}`, source, span, role });
  };
  for (const { name, source, span } of declared) put(name, source, span, 'declaration');
  for (const [source, ofFile] of uses) {
    for (const { span } of ofFile) {
      const name = /[^\s]+$/.exec(source.text.slice(span.start, span.end))?.[0] ?? '';
      put(name.normalize('NFC'), source, { start: span.end - name.length, end: span.end }, 'reference');
    }
  }
  if (projectFile === undefined) return;
  for (const { param, span } of paramSettings(projectFile)) put(param, projectFile, span, 'write');
}

const PATH = /\$\.Attributes(?:\.([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)|\[(['"])((?:(?!\2).)*)\2\])/g;

/** `$.Attributes.key` wherever it stands but in comments, and the keys of `set attributes { }`. */
function attributes({ source, tree }: ParsedFile, add: (one: Occurrence) => void): void {
  const put = (key: string, span: Span, role: Occurrence['role']): void => {
    add({ meaning: { is: 'attribute', key }, id: `attribute ${key}`, source, span, role });
  };
  const { text } = source;
  if (text.includes('$.Attributes')) {
    for (const match of text.matchAll(PATH)) {
      if (tree.comments.some(({ span }) => span.start <= match.index && match.index < span.end)) continue;
      const key = match[1] ?? match[3] ?? '';
      const end = match.index + match[0].length - (match[1] === undefined ? 2 : 0);
      put(key, { start: end - key.length, end }, 'reference');
    }
  }
  for (const flow of tree.declarations) {
    if (flow.kind !== 'flow') continue;
    for (const node of allNodes(flow.body)) {
      if (node.kind !== 'statement') continue;
      const { words, block } = node as Statement;
      if (block === undefined || words[1]?.kind !== 'word' || words[1].text !== 'attributes') continue;
      if (chooseForm(words)?.entry.type !== 'UpdateContactAttributes') continue;
      for (const entry of block.entries) {
        if (entry.kind === 'param') put(entry.key.text, entry.key.span, 'write');
      }
    }
  }
}
