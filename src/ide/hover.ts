/** What stands under the pointer, in a page. */
import { entryOf } from '../catalogue/index.ts';
import { lookUp } from '../check/program.ts';
import { sayType, typeAt } from '../check/types.ts';
import { listedFor } from '../connect/bind.ts';
import { flowTypes } from '../catalogue/flow-types.ts';
import { slotsOf } from '../constructs/folded.ts';
import { branchPage, parameterOf } from './completion/form-words.ts';
import { MEANINGS, type TargetWord } from './completion/targets.ts';
import { contextAt } from './completion/context.ts';
import { hereAt } from './completion/here.ts';
import { entityKindOf, entityModel } from '../entities/index.ts';
import { wholePath } from '../graph/paths.ts';
import { rootOf } from '../lint/facts/reads.ts';
import { isTargetWord, type Clause, type Entity, type Jump, type Param } from '../syntax/ast.ts';
import { cover, type Span } from '../text/text.ts';
import { locate, type Node, type Spot } from './locate.ts';
import { occurrenceAt, sameMeaning, type Occurrence } from './occurrences.ts';
import { actionPage, codecText, flowTypePage, kindPage, namedPage } from './pages.ts';
import { attributePage, paramPage, rootPage } from './path-pages.ts';
import type { Analysis, Hover } from './types.ts';

export function hoverAt(analysis: Analysis, path: string, offset: number): Hover | undefined {
  const spot = locate(analysis, path, offset);
  if (spot === undefined) return undefined;
  const named = occurrenceAt(analysis, path, offset);
  if (named !== undefined) return { span: named.span, contents: occurrencePage(analysis, named) };
  return (
    pathHover(analysis, path, spot) ??
    targetHover(spot) ??
    constructHover(spot) ??
    statementHover(spot) ??
    entityHover(spot) ??
    flowHover(spot)
  );
}

function isOn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function occurrencePage(analysis: Analysis, one: Occurrence): string {
  const { meaning, id } = one;
  if (id.startsWith('attribute ')) return attributePage(analysis, id.slice('attribute '.length));
  if (meaning.is === 'named') {
    const { named } = meaning;
    const current = lookUp(analysis.program, named.kind, named.name) ?? named;
    const listed = analysis.inventory && listedFor(current, analysis.inventory);
    return namedPage(current, listed?.arn);
  }
  if (meaning.is === 'param') return paramPage(analysis, meaning.name);
  const all = sameMeaning(analysis, id);
  const name = meaning.is === 'label' ? meaning.name : '';
  const jumps = all.filter(({ role }) => role === 'reference').length;
  return `**label** \`${name}\`\n\n${jumps === 1 ? 'One place leads' : `${jumps} places lead`} here.`;
}

// ------------------------------------------------------------------------------------------------------------- blocks

function statementHover({ statement, form, chain, offset, file }: Spot): Hover | undefined {
  if (statement === undefined || form === undefined) return undefined;
  const phrase = statement.words.slice(0, form.phrase.length);
  const [first] = phrase;
  const last = phrase.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = cover(first.span, last.span);
  if (isOn(span, offset)) return { span, contents: actionPage(form.entry, form.form) };
  const key = keyAt(chain, offset);
  if (key !== undefined) {
    const slot = slotsOf(form.form).find((one) => one.key === key.text);
    if (slot === undefined) return undefined;
    const contents = `**${key.text}**: ${codecText(slot.as)}\n\n${parameterOf(form.form, slot.path)()}`;
    return { span: key.span, contents };
  }
  const pattern = chain.find(({ kind }) => kind === 'pattern');
  const word = pattern && file.source.text.slice(pattern.span.start, pattern.span.end);
  const branch = form.form.branches?.find((one) => one.word === word);
  return pattern && branch && { span: pattern.span, contents: branchPage(form.form, branch) };
}

/** Blocks that control structures say. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  if: 'Compare',
  match: 'Compare',
  split: 'DistributeByPercentage',
  repeat: 'Loop',
};

function constructHover({ chain, offset, file }: Spot): Hover | undefined {
  const { text } = file.source;
  let start = offset;
  while (start > 0 && /[a-z]/.test(text.charAt(start - 1))) start--;
  const word = /^[a-z]+/.exec(text.slice(start, start + 10))?.[0] ?? '';
  const type = Object.hasOwn(CONSTRUCTS, word) ? CONSTRUCTS[word] : undefined;
  const entry = type === undefined ? undefined : entryOf(type);
  const node = chain.findLast(({ kind }) => ['statement', 'if', 'repeat'].includes(kind));
  const isHead = node !== undefined && /^(?:[^\n:]*:\s*)?(?:else\s+)?$/.test(text.slice(node.span.start, start));
  if (entry === undefined || !isHead) return undefined;
  return { span: { start, end: start + word.length }, contents: actionPage(entry, { phrase: word }) };
}

// ------------------------------------------------------------------------------------------------------------- paths

const PATH = /\$\.[A-Za-z_][\w-]*(?:\.[\w-]+|\[(?:'[^'\n]*'|"[^"\n]*"|\d+)\])*/g;

/** Bare, and in texts: what Connect has there, and of answers the type that was declared. */
function pathHover(analysis: Analysis, file: string, { file: { source, tree }, offset }: Spot): Hover | undefined {
  const from = source.text.lastIndexOf('\n', offset - 1) + 1;
  const isComment = tree.comments.some(({ span }) => isOn(span, offset));
  if (isComment) return undefined;
  for (const match of source.text.slice(from, offset + 500).matchAll(PATH)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (span.start > offset) break;
    if (offset > span.end) continue;
    const segments = wholePath(match[0])?.segments ?? [];
    const root = rootOf(segments);
    if (root === undefined) return undefined;
    const lines = [rootPage(root, match[0])];
    if (root.root === 'External') {
      const context = contextAt(source.text, offset);
      for (const { named, type } of hereAt(analysis, file, context)?.answers ?? []) {
        const field = typeAt(type, segments.slice(1));
        if (field === undefined || named === undefined) continue;
        lines.push(
          field === 'none'
            ? `\`${named.name}\` returns no such key.`
            : `\`${sayType(field)}\`, from \`${named.name}\`.`,
        );
      }
    }
    return { span, contents: lines.join('\n\n') };
  }
  return undefined;
}

// -------------------------------------------------------------------------------------------------------- declarations

function entityHover({ declaration, chain, offset }: Spot): Hover | undefined {
  if (declaration?.kind !== 'entity') return undefined;
  const { entityKind }: Entity = declaration;
  const kind = entityKindOf(entityKind.text);
  if (kind === undefined) return undefined;
  if (isOn(entityKind.span, offset)) return { span: entityKind.span, contents: kindPage(kind) };
  const { properties, clauses } = entityModel(kind);
  const key = keyAt(chain, offset);
  if (key === undefined) return undefined;
  const clause = clauses.find(({ word }) => word === key.text);
  if (clause !== undefined) return { span: key.span, contents: `**${clause.word}**\n\n${clause.doc}` };
  const groups = properties.flatMap(({ type }) => (type.is === 'group' ? type.properties : []));
  const all = [...properties, ...groups, ...clauses.flatMap((clause) => clause.properties)];
  const property = all.find((one) => one.key === key.text);
  return property && { span: key.span, contents: `**${property.key}**\n\n${property.doc}` };
}

/** The key that an offset is on: before a colon, or before braces of its own. */
function keyAt(chain: readonly Node[], offset: number): { readonly text: string; readonly span: Span } | undefined {
  const entry = chain.findLast((node): node is Param | Clause => node.kind === 'param' || node.kind === 'clause');
  const [word] = entry?.kind === 'clause' ? entry.words : [];
  const key = entry?.kind === 'param' ? entry.key : word?.kind === 'word' ? word : undefined;
  return key !== undefined && isOn(key.span, offset) ? key : undefined;
}

// --------------------------------------------------------------------------------------------------------------- flows

/** `-> next` and its like: words that are no names. */
function targetHover({ chain, offset }: Spot): Hover | undefined {
  const target = chain.findLast((node): node is Jump => node.kind === 'jump')?.target;
  if (target === undefined || !isOn(target.span, offset) || !isTargetWord(target)) return undefined;
  return { span: target.span, contents: `\`-> ${target.text}\`: ${MEANINGS[target.text as TargetWord]}` };
}

/** The kind of a flow, and what a module says of itself at its head. */
function flowHover({ declaration, statement, offset }: Spot): Hover | undefined {
  if (declaration?.kind !== 'flow') return undefined;
  const { type } = declaration;
  if (type !== undefined && isOn(type.span, offset)) {
    const facts = flowTypes.find(({ word }) => word === type.text);
    return facts && { span: type.span, contents: flowTypePage(facts) };
  }
  const [first] = statement?.words ?? [];
  if (type?.text !== 'module' || first?.kind !== 'word' || !isOn(first.span, offset)) return undefined;
  const property = entityModel('module').properties.find(({ key }) => key === first.text);
  return property && { span: first.span, contents: `**${property.key}**\n\n${property.doc}` };
}
