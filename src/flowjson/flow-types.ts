/** The three spellings of a flow's type: the API's word, and the one that exports write into Metadata. */
import { flowTypes } from '../catalogue/flow-types.ts';
import type { FlowType } from '../graph/flow-graph.ts';

/** By the word in `Metadata.type` of console exports and in `type` of old exports. */
const BY_WORD: ReadonlyMap<string, FlowType> = new Map(
  flowTypes.flatMap(({ type, exportWord }) => (exportWord === undefined ? [] : [[exportWord, type] as const])),
);

const TO_WORD: ReadonlyMap<FlowType, string> = new Map([...BY_WORD].map(([word, type]) => [type, word]));

/** The type that a word names, in either spelling; undefined for anything else. */
export function flowTypeOf(word: unknown): FlowType | undefined {
  if (typeof word !== 'string') return undefined;
  if (word === 'MODULE' || TO_WORD.has(word as FlowType)) return word as FlowType;
  return BY_WORD.get(word);
}

/** What exports write into `Metadata.type`; undefined for modules, whose exports have none. */
export function exportWordOf(type: FlowType | undefined): string | undefined {
  return type === undefined ? undefined : TO_WORD.get(type);
}
