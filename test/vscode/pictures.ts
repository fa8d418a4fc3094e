/** Pictures of the examples, in the form in which the language server sends them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WirePicture } from '../../editors/vscode/src/picture/wire.ts';
import { pictureAt } from '../../src/ide/picture.ts';
import { createSession } from '../../src/ide/session.ts';
import { positionAt, type Place } from '../../src/text/text.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

/** The picture of the flow in which `text` first stands. */
export function pictureOf(example: string, file: string, text: string): WirePicture {
  const session = createSession();
  const root = join(EXAMPLES, example);
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.flow')) session.set(path, readFileSync(join(root, path), 'utf8'));
  }
  const offset = readFileSync(join(root, file), 'utf8').indexOf(text);
  const picture = pictureAt(session.analyse(), file, offset);
  if (offset < 0 || picture === undefined) throw new Error(`there is no picture at ${text}`);
  return { ...picture, nodes: picture.nodes.map(wired), edges: picture.edges.map(wired) };
}

function wired<T extends { readonly place: Place | undefined }>({ place, ...rest }: T) {
  return { ...rest, location: place && locationOf(place) };
}

function locationOf({ source, span }: Place) {
  const at = (offset: number) => {
    const { line, column } = positionAt(source, offset);
    return { line: line - 1, character: column - 1 };
  };
  return { uri: `file:///${source.path}`, range: { start: at(span.start), end: at(span.end) } };
}
