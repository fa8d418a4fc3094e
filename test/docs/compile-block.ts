/** Compiles a block of a page in the company of the names that pages speak of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/compiler.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { kindInSource } from '../../src/check/diagnostics.ts';
import { checkEmitted } from '../../src/flowjson/schema-check.ts';
import { entityKindOf, entityModels } from '../../src/entities/index.ts';
import type { EntityKind } from '../../src/entities/types.ts';
import { LEVELS, RECOMMENDED, type RuleChoice } from '../../src/lint/levels.ts';
import type { Body, Declaration, Item } from '../../src/syntax/ast.ts';
import { isTargetWord } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { NOWHERE, type SourceText } from '../../src/text/text.ts';
import { ROOT, type CodeBlock } from './blocks.ts';

const names = readFileSync(join(ROOT, 'test/docs/names.flow'), 'utf8');

/** Every diagnostic of the block itself; what is wrong with the company is not its fault. */
export function diagnosticsOf(block: CodeBlock): readonly Diagnostic[] {
  if (!block.markers.includes('statement')) return diagnosticsBeside(block, block.text);
  if (!block.isGenerated) return ofFragment(diagnosticsBeside(block, asFlow(block.text, 'inbound')));
  // Pages of the actions say themselves in which kinds of flow the block may stand, and what to think of it there.
  const found = FLOW_KINDS.map((kind) => diagnosticsBeside(block, asFlow(block.text, kind)).filter(isError));
  return found.find((errors) => errors.length === 0) ?? found[0] ?? [];
}

const isError = ({ severity }: Diagnostic) => severity === 'error';

const FLOW_KINDS = ['inbound', 'customer_queue', 'agent_whisper', 'outbound_whisper', 'agent_transfer', 'module'];

/** A fragment is a piece of a longer flow: what stands before it has filled what it reads. */
function ofFragment(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ code }) => !CONTEXT.has(code));
}

const CONTEXT = new Set(['lint/read-before-filled', 'lint/no-queue']);

const KINDS = Object.keys(entityModels) as EntityKind[];

function diagnosticsBeside(block: CodeBlock, text: string): readonly Diagnostic[] {
  const source: SourceText = { path: block.at, text };
  // Pages of diagnostics show whole files, with everything that they speak of.
  if (block.at.startsWith('docs/diagnostics/')) return diagnosticsIn(source, '', shownBy(block));
  const declared = new Set(parse(source).tree.declarations.map(keyOf));
  if (!block.isGenerated) return diagnosticsIn(source, companyBeside(declared));
  // Examples of generated pages speak of things that stand on other pages.
  const missing = diagnosticsIn(source, '').flatMap(({ code, message, help }) => {
    if (code === 'check/undeclared-name') return /`(existing [^`]+)`/.exec(help ?? '')?.[1] ?? [];
    const [, words, name] = (code === 'check/unknown-reference' && /^No (.+) is called `(.+)`/.exec(message)) || [];
    const kind = KINDS.find((one) => kindInSource(one) === words);
    return name === undefined || kind === undefined ? [] : [`existing ${kind} ${name}`];
  });
  return diagnosticsIn(source, [...new Set(missing)].join('\n'));
}

/** Rules that a page shows run for it, though only the strict preset has them. */
function shownBy(block: CodeBlock): RuleChoice {
  const shown = block.markers.flatMap((marker) => {
    const [severity = '', code = ''] = marker.split('=');
    return LEVELS.filter((level) => level === severity).map((level) => [code, level] as const);
  });
  return { ...RECOMMENDED, levels: new Map(shown) };
}

function diagnosticsIn(source: SourceText, known: string, choice = RECOMMENDED): readonly Diagnostic[] {
  const company: SourceText = { path: 'names.flow', text: known };
  const { diagnostics, flows } = compile([company, source], { rules: () => choice });
  const found = diagnostics.filter(({ place }) => place.source === source);
  if (found.length > 0) return found;
  const own = flows.filter((flow) => flow.source === source);
  return own.flatMap((flow) => checkEmitted(flow.emitted().document, { source, span: NOWHERE }) ?? []);
}

/** The statements as a flow, with the steps that they jump to. */
function asFlow(text: string, kind: string): string {
  const open = kind === 'module' ? 'module Page {\n' : `${kind} flow Page {\n`;
  const last = kind === 'module' ? 'return' : /whisper/.test(kind) ? 'end' : 'disconnect';
  const { declarations } = parse({ path: 'fragment', text: `${open}${text}}\n` }).tree;
  const labels = new Set<string>();
  const targets = new Set<string>();
  for (const declaration of declarations) if (declaration.kind === 'flow') visit(declaration.body, labels, targets);
  const steps = [...targets].filter((name) => !labels.has(name));
  const others = steps.map((name) => `step ${name} { play "…", -> ${last} }\n`).join('');
  return `${open}on error -> ${last}\n${text}-> ${last}\n${others}}\n`;
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
