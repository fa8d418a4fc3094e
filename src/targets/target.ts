/** What a target makes of a project. */
import type { Named } from '../check/program.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { entityModel } from '../entities/index.ts';
import type { Json } from '../text/json.ts';
import { firstFew } from '../text/lists.ts';
import type { SourceText } from '../text/text.ts';
import type { TargetProject } from './project.ts';

export interface TargetOptions {
  /** Which files' things are created by the template; the others' are referred to as if they existed. */
  readonly only?: ((source: SourceText) => boolean) | undefined;
  /** CloudFormation: flows call modules by this alias, which leads to a version made of the module as it is. */
  readonly moduleAlias?: string | undefined;
}

export interface TargetOutput {
  /** File name, and the document. */
  readonly file: string;
  readonly document: Json;
  /** How many resources there are in it. */
  readonly resources: number;
  /** What the tool cannot do, or only in a way that its user has to know of; one sentence each or a few. */
  readonly notes: readonly string[];
  /** Why there can be no such document; empty when all is well. */
  readonly refused: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The document as a file. */
export function documentText(document: Json): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** `queue “Front desk”`. */
export function sayNamed({ kind, display }: Pick<Named, 'kind' | 'display'>): string {
  return `${kind} “${display}”`;
}

/** `queue “Front desk”, queue “Nurses” and 3 more`. */
export function sayAll(things: readonly Pick<Named, 'kind' | 'display'>[], shown = 6): string {
  return firstFew(things.map(sayNamed), shown);
}

/** `flow “A” → flow “B” → flow “A”`. */
export function sayCircle(circle: readonly Pick<Named, 'kind' | 'display'>[]): string {
  const [first] = circle;
  return first === undefined ? '' : [...circle, first].map(sayNamed).join(' → ');
}

/** What the things that wait for others are until those are known. */
export function untilThen(waiting: readonly Pick<Named, 'kind' | 'display'>[]): string {
  const isFlow = ({ kind }: Pick<Named, 'kind'>) => kind === 'flow' || kind === 'module';
  const [flows, others] = [waiting.filter(isFlow), waiting.filter((named) => !isFlow(named))];
  const sentences = [
    ...(flows.length === 0 ? [] : [`Until then only a placeholder stands in ${sayAll(flows)}.`]),
    ...(others.length === 0 ? [] : [`Until then ${sayAll(others)} lacks what closes the circle.`]),
  ];
  return sentences.join(' ');
}

/** What a parameter asks for: `ARN of the queue “Front desk” of the instance`. */
export function sayWanted(named: Named): string {
  const what = entityModel(named.kind).arn.template === '{id}' ? 'Id' : 'ARN';
  return `${what} of the ${entityModel(named.kind).console.en.toLowerCase()} “${named.display}”`;
}

/** What flows of the template speak of and the source pins. */
export function pinnedIn({ managed }: TargetProject): readonly Named[] {
  const pinned = managed
    .flatMap(({ flow }) => flow?.compiled.references ?? [])
    .map(({ named }) => named)
    .filter(({ pin }) => pin !== undefined);
  return [...new Set(pinned)];
}

/** What is pinned to an ARN ties the template to one account and Region. */
export function pinnedNote(pinned: readonly Named[]): readonly string[] {
  const arns = pinned.filter(({ pin }) => pin?.startsWith('arn:'));
  if (arns.length === 0) return [];
  return [`${sayAll(arns)}: the source says an ARN, so the template works in that account and Region only.`];
}
