/** `$.` paths: what Connect has, what this project's attributes are, what functions, modules and bots here come back with. */
import { attributeRoots, type AttributeRoot } from '../../catalogue/attributes.ts';
import { flowTypeOf } from '../../catalogue/flow-types.ts';
import { botSlots, inputOf, returnsOf, sayType, type Type } from '../../check/types.ts';
import type { Named } from '../../check/program.ts';
import type { FlowAction } from '../../graph/flow-graph.ts';
import { textAt } from '../../lint/facts/at-path.ts';
import { attributePage, rootPage } from '../path-pages.ts';
import { occurrences } from '../occurrences.ts';
import type { Completion } from '../types.ts';
import { flowAround, type Asking } from './asking.ts';
import { keysSet, type Here } from './here.ts';

/** Paths deeper than this are rarely written out of the head. */
const DEEPEST = 4;

export function pathItems(asking: Asking, typed: string): readonly Completion[] {
  const { analysis, make, offset } = asking;
  const { word } = asking.context;
  const span = { start: typed === '' ? word.start : offset - typed.length, end: word.end };
  const here = asking.here();
  const type = here?.graph.type ?? flowTypeOf(asking.context.headers[0]?.split(/\s/)[0] ?? '');
  const items: Completion[] = [];
  const put = (path: string, detail: string, rank: number, documentation: () => string): void => {
    items.push(make(path, { kind: 'path', detail, rank, span, documentation }));
  };
  for (const root of attributeRoots) {
    if (root.flowTypes !== undefined && type !== undefined && !root.flowTypes.includes(type)) continue;
    if (root.notInModules === true && type === 'MODULE' && !isFilled(root, here)) continue;
    const isThere = root.setBy === undefined || here === undefined || isFilled(root, here);
    const detail = isThere ? (root.values?.join(', ') ?? 'given by Connect') : 'nothing before this fills it';
    const rank = isThere ? 4 : 7;
    const page = () => rootPage(root);
    if (root.keys === undefined) put(`$.${root.root}`, detail, rank, page);
    else if (root.keys === 'any') put(`$.${root.root}.`, detail, rank + 1, page);
    else for (const key of root.keys) put(`$.${root.root}${segment(key)}`, detail, rank, page);
  }
  for (const [key, { detail, rank }] of attributes(asking, here)) {
    put(`$.Attributes${segment(key)}`, detail, rank, () => attributePage(analysis, key));
  }
  for (const { prefix, type: returned, from } of typesHere(asking, here)) {
    for (const [path, field] of fields(prefix, returned)) {
      put(path, `${sayType(field)}, from ${from}`, 1, () => `\`${path}\`: \`${sayType(field)}\`\n\nFrom \`${from}\`.`);
    }
  }
  for (const path of ownPaths(here)) put(path, 'set before this', 1, () => `\`${path}\` is set in this flow.`);
  const seen = new Set<string>();
  return items.filter(({ label }) => !seen.has(label) && seen.add(label) !== undefined);
}

/** `.key`, or `['connect:Subtype']` for keys that are no plain ones. */
function segment(key: string): string {
  return /^[\w-]+(?:\.[\w-]+)*$/.test(key) ? `.${key}` : `['${key}']`;
}

/** Whether a block before this, on some path, gives a value to what stands below a root. */
function isFilled({ setBy }: AttributeRoot, here: Here | undefined): boolean {
  const { before } = here ?? {};
  return before === undefined || setBy === undefined || before.some(({ type }) => setBy.includes(type));
}

/** Contact attributes of the project, those first that this flow has set by now. */
function attributes(
  { analysis }: Asking,
  here: Here | undefined,
): ReadonlyMap<string, { readonly detail: string; readonly rank: number }> {
  const set = keysSet(here?.before ?? [], 'UpdateContactAttributes', 'Attributes');
  const found = new Map<string, { detail: string; rank: number }>();
  for (const key of set) found.set(key, { detail: 'set before this', rank: 1 });
  for (const list of occurrences(analysis).values()) {
    for (const { meaning, id, role } of list) {
      const key = /^attribute (.+)$/s.exec(id)?.[1];
      if (key === undefined || found.has(key) || (role === 'reference' && meaning.is !== 'named')) continue;
      const isDeclared = meaning.is === 'named';
      found.set(key, { detail: isDeclared ? 'declared attribute' : 'set in this project', rank: 2 });
    }
  }
  return found;
}

interface TypeHere {
  readonly prefix: string;
  readonly type: Type | undefined;
  readonly from: string;
}

/** What may have come back by now, as declarations say it. */
function typesHere(asking: Asking, here: Here | undefined): readonly TypeHere[] {
  if (here === undefined) return [];
  const last = here.answers.map(({ named, type }) => ({ prefix: '$.External', type, from: named?.name ?? '' }));
  const ran = here.before ?? here.graph.actions;
  const by = (type: string, parameter: string, kind: Named['kind']): readonly Named[] =>
    ran
      .filter((action: FlowAction) => action.type === type)
      .flatMap((action) => here.named(kind, action, parameter) ?? []);
  const modules = by('InvokeFlowModule', 'FlowModuleId', 'module');
  const bots = by('ConnectParticipantWithLexBot', 'LexV2Bot.AliasArn', 'bot');
  const views = by('ShowView', 'ViewResource.Id', 'view');
  const own = ownModule(asking);
  return [
    ...last,
    ...modules.map((named) => ({ prefix: '$.Modules.ResultData', type: returnsOf(named), from: named.name })),
    ...bots.map((named) => ({ prefix: '$.Lex.Slots', type: botSlots(named), from: named.name })),
    ...views.map((named) => ({ prefix: '$.Views.ViewResultData', type: returnsOf(named), from: named.name })),
    ...(own === undefined ? [] : [{ prefix: '$.Modules.Input', type: inputOf(own), from: own.name }]),
  ];
}

/** The module that somebody types in. */
export function ownModule(asking: Asking): Named | undefined {
  const flow = flowAround(asking);
  if (flow?.type?.text !== 'module') return undefined;
  return asking.analysis.program.names.get('module')?.get(flow.name.text.normalize('NFC'));
}

function* fields(prefix: string, type: Type | undefined, depth = 1): Generator<readonly [string, Type]> {
  if (type?.is !== 'object' || depth > DEEPEST) return;
  for (const [key, field] of Object.entries(type.fields ?? {})) {
    const path = `${prefix}${segment(key)}`;
    yield [path, field];
    yield* fields(path, field, depth + 1);
  }
}

/** Flow attributes that are set by now, and what the loops here walk over. */
function ownPaths(here: Here | undefined): readonly string[] {
  const before = here?.before ?? [];
  const set = keysSet(before, 'UpdateFlowAttributes', 'FlowAttributes');
  const loops = before
    .filter(({ type }) => type === 'Loop')
    .flatMap(({ parameters }) => textAt(parameters, 'LoopName') ?? []);
  return [
    ...[...set].map((key) => `$.FlowAttributes${segment(key)}`),
    ...loops.flatMap((name) => ['Element', 'Index', 'Elements'].map((part) => `$.Loop${segment(name)}.${part}`)),
  ];
}
