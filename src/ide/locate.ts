/** What stands at an offset: the nodes of the tree around it, and what they mean. */
import type { FormOf } from '../constructs/forms.ts';
import { chooseForm } from '../constructs/forms.ts';
import type { CompiledFlow } from '../compiler.ts';
import type { ParsedFile } from '../check/program.ts';
import type { Declaration, Flow, SourceFile, Statement } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import type { Analysis } from './types.ts';

/** Any node of the syntax tree. */
export interface Node {
  readonly kind: string;
  readonly span: Span;
}

/** What stands around an offset, from the outside inwards. */
export interface Spot {
  readonly file: ParsedFile;
  readonly offset: number;
  /** From the file to the smallest node. */
  readonly chain: readonly Node[];
  readonly declaration: Declaration | undefined;
  readonly flow: CompiledFlow | undefined;
  readonly statement: Statement | undefined;
  /** How the statement is said; undefined where its words are none of the catalogue's. */
  readonly form: FormOf | undefined;
}

export function locate(analysis: Analysis, path: string, offset: number): Spot | undefined {
  const file = analysis.files.get(path);
  if (file === undefined) return undefined;
  const chain = chainAt(file.tree, offset);
  const declaration = chain.find((node): node is Declaration => node.kind === 'flow' || node.kind === 'entity');
  const statement = chain.findLast((node): node is Statement => node.kind === 'statement');
  return {
    file,
    offset,
    chain,
    declaration,
    flow: declaration?.kind === 'flow' ? analysis.flows.get(declaration) : undefined,
    statement,
    form: statement && chooseForm(statement.words),
  };
}

/** The flow that an offset is in. */
export function flowAt(analysis: Analysis, path: string, offset: number): Flow | undefined {
  const { declaration } = locate(analysis, path, offset) ?? {};
  return declaration?.kind === 'flow' ? declaration : undefined;
}

/** The nodes that hold an offset (an end counts as inside), from the outside inwards. */
export function chainAt(tree: SourceFile, offset: number): readonly Node[] {
  const chain: Node[] = [tree];
  for (let node: Node | undefined = tree; node !== undefined;) {
    node = childrenOf(node).findLast(({ span }) => span.start <= offset && offset <= span.end && span.start < span.end);
    if (node !== undefined) chain.push(node);
  }
  return chain;
}

/** The nodes directly inside one, in source order. Comments are no part of what they stand in. */
function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const [key, member] of Object.entries(node)) {
    if (key === 'span' || key === 'comments') continue;
    if (Array.isArray(member)) found.push(...member.filter(isNode));
    else if (isNode(member)) found.push(member);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Every node below one, itself among them. */
export function* allNodes(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* allNodes(child);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'span' in value;
}
