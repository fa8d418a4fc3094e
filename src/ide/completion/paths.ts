/** `$.` paths: what Connect has, what this project's attributes are, what the functions here come back with. */
import { attributeRoots } from '../../catalogue/attributes.ts';
import { lambdaReturns, type Type } from '../../check/types.ts';
import { locate } from '../locate.ts';
import { occurrences } from '../occurrences.ts';
import type { Completion } from '../types.ts';
import type { Asking } from './asking.ts';

export function pathItems(asking: Asking, typed: string): readonly Completion[] {
  const { analysis, make, offset } = asking;
  const span = { start: offset - typed.length, end: asking.context.word.end };
  const item = (path: string, detail: string, rank = 4) => make(path, { kind: 'path', detail, rank, span });
  const flow = locate(analysis, asking.path, offset)?.flow;
  const type = flow?.graph.type;
  const items: Completion[] = [];
  for (const { root, keys, flowTypes, notInModules, notes } of attributeRoots) {
    if (flowTypes !== undefined && type !== undefined && !flowTypes.includes(type)) continue;
    if (notInModules === true && type === 'MODULE') continue;
    const detail = notes ?? (keys === undefined ? 'given by Connect' : `\`${root}\``);
    if (keys === undefined) items.push(item(`$.${root}`, detail));
    else if (keys === 'any') items.push(item(`$.${root}.`, detail, 5));
    else items.push(...keys.map((key) => item(`$.${root}.${key}`, detail)));
  }
  const keys = new Map<string, string>();
  for (const list of occurrences(analysis).values()) {
    for (const { meaning, id, role } of list) {
      const key = /^attribute (.+)$/s.exec(id)?.[1];
      if (key !== undefined && (role !== 'reference' || meaning.is === 'named')) {
        keys.set(key, meaning.is === 'named' ? 'declared attribute' : 'set in this project');
      }
    }
  }
  for (const [key, detail] of keys) if (/^[\w-]+$/.test(key)) items.push(item(`$.Attributes.${key}`, detail, 1));
  const functions = new Set((flow?.references ?? []).map(({ named }) => named).filter(({ kind }) => kind === 'lambda'));
  for (const named of functions) {
    const returned = lambdaReturns(named);
    if (returned?.is !== 'object') continue;
    for (const [key, field] of Object.entries(returned.fields ?? {})) {
      items.push(item(`$.External.${key}`, `${typeText(field)}, from ${named.name}`, 1));
    }
  }
  return items;
}

/** A type as declarations write it. */
export function typeText(type: Type): string {
  switch (type.is) {
    case 'text':
      return type.values?.map((value) => JSON.stringify(value)).join(' | ') ?? 'text';
    case 'list':
      return `[${typeText(type.of)}]`;
    case 'either':
      return type.of.map(typeText).join(' | ');
    case 'object':
      return 'object';
    default:
      return type.is;
  }
}
