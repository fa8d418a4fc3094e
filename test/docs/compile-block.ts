/** Compiles a block of a page in the company of the names that pages speak of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/compiler.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { entityKindOf } from '../../src/entities/index.ts';
import type { Body, Declaration, Item } from '../../src/syntax/ast.ts';
import { isTargetWord } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { SourceText } from '../../src/text/text.ts';
import { ROOT, type CodeBlock } from './blocks.ts';

const names = readFileSync(join(ROOT, 'test/docs/names.flow'), 'utf8');

/** Every diagnostic of the block itself; what is wrong with the company is not its fault. */
export function diagnosticsOf(block: CodeBlock): readonly Diagnostic[] {
  const isStatement = block.markers.includes('statement');
  const text = isStatement ? asFlow(block.text) : block.text;
  const source: SourceText = { path: block.at, text };
  const declared = new Set(parse(source).tree.declarations.map(keyOf));
  const known = companyBeside(declared);
  const found = diagnosticsIn(source, isStatement, known);
  // Examples of generated pages speak of things that stand on other pages; the message says how each is declared.
  const missing = block.isGenerated
    ? found.flatMap(({ help }) => /`(existing [^`]+)`/.exec(help ?? '')?.[1] ?? [])
    : [];
  return missing.length === 0 ? found : diagnosticsIn(source, isStatement, [known, ...new Set(missing)].join('\n'));
}

function diagnosticsIn(source: SourceText, isStatement: boolean, known: string): readonly Diagnostic[] {
  const company: SourceText = { path: 'names.flow', text: known };
  // A fragment is a piece of a longer flow: what stands before it has filled what it reads.
  return compile([company, source]).diagnostics.filter(
    ({ code, place }) => place.source === source && !(isStatement && code === 'lint/read-before-filled'),
  );
}

/** The statements as a flow, with the steps that they jump to. */
function asFlow(text: string): string {
  const open = 'inbound flow Page {\n';
  const body = parse({ path: 'fragment', text: `${open}${text}}\n` }).tree.declarations.flatMap((declaration) =>
    declaration.kind === 'flow' ? [declaration.body] : [],
  );
  const labels = new Set<string>();
  const targets = new Set<string>();
  for (const one of body) visit(one, labels, targets);
  const steps = [...targets]
    .filter((name) => !labels.has(name))
    .map((name) => `step ${name} { play "…", -> disconnect }\n`);
  return `${open}on error -> disconnect\n${text}-> disconnect\n${steps.join('')}}\n`;
}

function visit(body: Body, labels: Set<string>, targets: Set<string>): void {
  for (const item of body.items) {
    for (const jump of jumpsOf(item)) if (!isTargetWord(jump)) targets.add(jump.text);
    if (item.kind === 'step') labels.add(item.name.text);
    else if (item.kind !== 'jump' && item.kind !== 'branch' && item.label !== undefined) labels.add(item.label.text);
    for (const inner of bodiesOf(item)) visit(inner, labels, targets);
  }
}

function jumpsOf(item: Item) {
  switch (item.kind) {
    case 'jump':
      return [item.target];
    case 'branch':
      return item.target.kind === 'jump' ? [item.target.target] : [];
    case 'if':
      return [item.then, item.otherwise].flatMap((part) => (part?.kind === 'jump' ? [part.target] : []));
    case 'statement':
      return (item.block?.entries ?? []).flatMap((entry) =>
        entry.kind === 'branch' && entry.target.kind === 'jump' ? [entry.target.target] : [],
      );
    default:
      return [];
  }
}

function bodiesOf(item: Item): readonly Body[] {
  switch (item.kind) {
    case 'step':
    case 'repeat':
      return [item.body];
    case 'branch':
      return item.target.kind === 'body' ? [item.target] : [];
    case 'if':
      return [item.then, item.otherwise].flatMap((part) =>
        part?.kind === 'body' ? [part] : part?.kind === 'if' ? bodiesOf(part) : [],
      );
    case 'statement':
      return (item.block?.entries ?? []).flatMap((entry) =>
        entry.kind === 'branch' && entry.target.kind === 'body' ? [entry.target] : [],
      );
    default:
      return [];
  }
}

/** The declarations of names.flow less those that the block makes itself. */
function companyBeside(declared: ReadonlySet<string>): string {
  const source = { path: 'names.flow', text: names };
  const kept = parse(source).tree.declarations.filter((declaration) => !declared.has(keyOf(declaration)));
  return kept.map(({ span }) => names.slice(span.start, span.end)).join('\n');
}

function keyOf(declaration: Declaration): string {
  const kind =
    declaration.kind === 'entity'
      ? (entityKindOf(declaration.entityKind.text) ?? declaration.entityKind.text)
      : declaration.type?.text === 'module'
        ? 'module'
        : 'flow';
  return `${kind} ${declaration.name.text}`;
}
