/** What people do in the flow designer, done to a document: the edits that drift finds and adopt takes in. */
import type { Json, JsonObject } from '../../src/text/json.ts';

type Mutable = { [key: string]: Mutable | Json };
interface Action {
  Identifier: string;
  Type: string;
  Parameters: Record<string, Json>;
  Transitions: { NextAction?: string; Errors?: Edge[]; Conditions?: Edge[] };
}
interface Edge {
  NextAction: string;
  [key: string]: Json;
}
interface Document {
  StartAction: string;
  Actions: Action[];
  Metadata?: Mutable;
}

/** The same numbers for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const KINDS = ['change a text', 'add a block', 'move a branch', 'delete a block'] as const;
export type EditKind = (typeof KINDS)[number];

/** The document with one edit of that kind; undefined where it offers nothing to edit so. */
export function editInConsole(
  document: JsonObject,
  kind: EditKind,
  random: (below: number) => number,
): JsonObject | undefined {
  const edited = JSON.parse(JSON.stringify(document)) as unknown as Document;
  const done = EDITS[kind](edited, random);
  return done ? (edited as unknown as JsonObject) : undefined;
}

const EDITS: Readonly<Record<EditKind, (document: Document, random: (below: number) => number) => boolean>> = {
  'change a text': (document, random) => {
    const spoken = document.Actions.filter(({ Parameters }) => typeof Parameters['Text'] === 'string');
    const action = spoken[random(spoken.length)];
    if (action === undefined) return false;
    const text = String(action.Parameters['Text']);
    action.Parameters['Text'] = [`${text} Thank you.`, `Please note. ${text}`, 'お待ちください。'][random(3)] ?? text;
    return true;
  },
  'add a block': (document, random) => {
    const edges = edgesOf(document);
    const edge = edges[random(edges.length)];
    if (edge === undefined || document.Actions.length > 249) return false;
    const id = uuid(random);
    const target = edge.get();
    edge.set(id);
    const { Actions } = document;
    const fits = Actions.find(({ Type }) => Type === 'MessageParticipant' || Type === 'UpdateContactAttributes');
    Actions.push({
      Identifier: id,
      Type: fits?.Type ?? 'MessageParticipant',
      Parameters:
        fits?.Type === 'UpdateContactAttributes'
          ? { Attributes: { addedInConsole: String(random(1000)) }, TargetContact: 'Current' }
          : { Text: `Added in the console: ${random(1000)}.` },
      Transitions: { NextAction: target, Errors: [{ NextAction: target, ErrorType: 'NoMatchingError' }] },
    });
    return true;
  },
  'move a branch': (document, random) => {
    const edges = edgesOf(document);
    const edge = edges[random(edges.length)];
    const to = document.Actions[random(document.Actions.length)]?.Identifier;
    if (edge === undefined || to === undefined || to === edge.get()) return false;
    edge.set(to);
    return true;
  },
  'delete a block': (document, random) => {
    const passing = document.Actions.filter(({ Transitions, Identifier }) => {
      return Transitions.NextAction !== undefined && Transitions.NextAction !== Identifier;
    });
    const action = passing[random(passing.length)];
    if (action === undefined || document.Actions.length < 2) return false;
    const { NextAction = '' } = action.Transitions;
    document.Actions = document.Actions.filter((other) => other !== action);
    for (const { Transitions } of document.Actions) {
      if (Transitions.NextAction === action.Identifier) Transitions.NextAction = NextAction;
      for (const edge of [...(Transitions.Errors ?? []), ...(Transitions.Conditions ?? [])]) {
        if (edge.NextAction === action.Identifier) edge.NextAction = NextAction;
      }
    }
    if (document.StartAction === action.Identifier) document.StartAction = NextAction;
    return true;
  },
};

/** Every connector of the canvas; the designer moves NextAction along with the branch that it mirrors. */
function edgesOf(document: Document): { get: () => string; set: (to: string) => void }[] {
  return document.Actions.flatMap(({ Transitions }) => {
    const { NextAction, Errors = [], Conditions = [] } = Transitions;
    const all = [...Conditions, ...Errors].map((edge) => ({
      get: () => edge.NextAction,
      set: (to: string) => {
        const mirrors = Errors.length > 0 && edge['ErrorType'] === 'NoMatchingCondition';
        if (mirrors && Transitions.NextAction === edge.NextAction) Transitions.NextAction = to;
        edge.NextAction = to;
      },
    }));
    const isMirror = Errors.some((edge) => edge['ErrorType'] === 'NoMatchingCondition') || Conditions.length > 0;
    if (NextAction === undefined || isMirror) return all;
    return [
      ...all,
      { get: () => Transitions.NextAction ?? '', set: (to: string) => void (Transitions.NextAction = to) },
    ];
  });
}

function uuid(random: (below: number) => number): string {
  const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}
