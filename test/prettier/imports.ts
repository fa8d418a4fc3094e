/** The real flows of the corpus as imported text. */
import { decompile } from '../../src/decompiler.ts';
import { decode } from '../../src/flowjson/decode.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { corpusFiles } from '../corpus/corpus.ts';

/** Every `step`th of them. */
export function importedFlows(step: number): readonly (readonly [path: string, text: string])[] {
  return corpusFiles()
    .filter((_, i) => i % step === 0)
    .map((file) => {
      const source = { path: file.path, text: decode(file.bytes()).text ?? '' };
      const { graph } = readFlow(source);
      if (graph === undefined) throw new Error(`${file.path} is no flow`);
      return [file.path, decompile([{ source, graph }], { project: false }).files[0]?.text ?? ''] as const;
    });
}
