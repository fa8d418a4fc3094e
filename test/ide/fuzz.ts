/** Real flows under random changes: whatever is typed, a session says what a cold check says, and answers everything. */
import { decompile } from '../../src/decompiler.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import * as ide from '../../src/ide/index.ts';
import type { Analysis } from '../../src/ide/types.ts';
import { corpusFiles } from '../corpus/corpus.ts';
import { RECOMMENDED, type RuleChoice } from '../../src/lint/levels.ts';
import { coldDiagnostics, warmDiagnostics } from './cold.ts';
import { changed, random } from './random-edits.ts';

/** Texts of all of the corpus's flows that are not longer than `limit`, in the order of its manifest. */
export function corpusTexts(limit: number): readonly string[] {
  return corpusFiles().flatMap(({ path, bytes }) => {
    const { text } = decode(bytes(), path);
    const source = { path, text: text ?? '' };
    const { graph } = readFlow(source);
    const said = graph && decompile([{ source, graph }], { project: false }).files[0]?.text;
    return said === undefined || said.length > limit ? [] : [said];
  });
}

const STRICT: RuleChoice = { ...RECOMMENDED, preset: 'strict' };

/** Changes some flows together; throws at the first difference from a cold check. Every `every`-th moment is compared. */
export function fuzz(
  texts: readonly string[],
  { seed, edits, every, isStrict = false }: { seed: number; edits: number; every: number; isStrict?: boolean },
): void {
  const rules = isStrict ? () => STRICT : undefined;
  const next = random(seed);
  const now = new Map(texts.map((text, i) => [`${i}.flow`, text]));
  const session = ide.createSession({ rules });
  for (const [path, text] of now) session.set(path, text);
  for (let i = 1; i <= edits; i++) {
    const path = `${Math.floor(next() * texts.length)}.flow`;
    const before = now.get(path) ?? '';
    // From time to time somebody takes it all back; a file that grows without end is none.
    const original = texts[Number.parseInt(path, 10)] ?? '';
    const isReset = next() < 0.01 || before.length > Math.max(20_000, 2 * original.length);
    const text = isReset ? original : changed(before, next);
    now.set(path, text);
    session.set(path, text);
    // Editors look at the file in front first, and may type on before the rest was looked at.
    const isGlance = next() < 0.3;
    const glance = isGlance ? JSON.stringify(session.glance(new Set([path])).diagnostics.get(path)) : undefined;
    if (isGlance && i % every !== 0 && next() < 0.5) continue;
    const analysis = session.analyse();
    const told = JSON.stringify(analysis.diagnostics.get(path));
    if (glance !== undefined && glance !== told) {
      throw new Error(`seed ${seed}, edit ${i}, ${path}\nglance ${glance}\nin the end ${told}\n${text}`);
    }
    if (i % (every * 4) === 0) askEverything(analysis, path, Math.floor(next() * (text.length + 1)));
    if (i % every !== 0) continue;
    const warm = JSON.stringify(warmDiagnostics(analysis));
    const cold = JSON.stringify(coldDiagnostics(now, rules));
    if (warm !== cold) throw new Error(`seed ${seed}, edit ${i}, ${path}\nwarm ${warm}\ncold ${cold}\n${text}`);
  }
}

function askEverything(analysis: Analysis, path: string, offset: number): void {
  const span = { start: offset, end: Math.min(offset + 200, analysis.files.get(path)?.source.text.length ?? 0) };
  ide.completionsAt(analysis, path, offset).forEach(({ documentation }) => documentation?.());
  ide.hoverAt(analysis, path, offset);
  ide.signatureAt(analysis, path, offset);
  ide.definitionAt(analysis, path, offset);
  ide.referencesAt(analysis, path, offset);
  ide.renameAt(analysis, path, offset, 'other');
  ide.documentSymbols(analysis, path);
  ide.workspaceSymbols(analysis, 'a');
  ide.foldingRanges(analysis, path);
  ide.selectionRanges(analysis, path, [offset]);
  ide.semanticTokens(analysis, path);
  ide.documentLinks(analysis, path);
  ide.codeLenses(analysis, path);
  ide.inlayHints(analysis, path, span);
  ide.actionsAt(analysis, path, span);
  ide.pictureAt(analysis, path, offset);
  const source = analysis.files.get(path)?.source;
  if (source !== undefined) ide.formatEdits(source);
}
