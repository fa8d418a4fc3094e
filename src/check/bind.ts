/** Files of a project → Program: every declaration under its kind and name. */
import { flowTypes } from '../catalogue/flow-types.ts';
import { entityKindOf, entityModel, entityWords } from '../entities/index.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Declaration, Entity, Value } from '../syntax/ast.ts';
import { cover, type SourceText, type Span } from '../text/text.ts';
import { entityDiagnostic } from './diagnostics.ts';
import type { Named, ParsedFile, Program } from './program.ts';
import { saidIn, textOf } from './read.ts';

/**
 * Puts the declarations of all files into one namespace per kind. Of two with one name the first counts, so order the
 * files the same way every time. What is wrong inside declarations is for `checkEntities` to say.
 */
export function bind(files: readonly ParsedFile[]): { program: Program; diagnostics: Diagnostic[] } {
  const names = new Map<EntityKind, Map<string, Named>>();
  const displays = new Map<string, Named>();
  const diagnostics: Diagnostic[] = [];
  for (const { source, tree } of files) {
    for (const declaration of tree.declarations) {
      const named = nameOf(declaration, source, diagnostics);
      if (named === undefined) continue;
      let ofKind = names.get(named.kind);
      if (ofKind === undefined) names.set(named.kind, (ofKind = new Map<string, Named>()));
      const first = ofKind.get(named.name);
      if (first === undefined) ofKind.set(named.name, named);
      else diagnostics.push(twice('duplicate-name', named, first));
      if (first === undefined) checkDisplay(named, displays, diagnostics);
    }
  }
  return { program: { files, names }, diagnostics };
}

function nameOf(declaration: Declaration, source: SourceText, diagnostics: Diagnostic[]): Named | undefined {
  const { name } = declaration;
  const kind =
    declaration.kind === 'flow' ? flowKind(declaration.type?.text) : entityKindOf(declaration.entityKind.text);
  if (kind === undefined) {
    if (declaration.kind === 'entity') diagnostics.push(unknownKind(declaration, source));
    return undefined;
  }
  if (name.text === '') return undefined;
  const text = name.text.normalize('NFC');
  const common = { kind, name: text, declaration, source, span: name.span };
  if (declaration.kind === 'flow') {
    return { ...common, display: declaration.display?.value ?? text, existing: false, pin: undefined };
  }
  checkExisting(declaration, kind, source, diagnostics);
  return {
    ...common,
    display: displayOf(declaration.operands) ?? text,
    existing: declaration.existing,
    pin: declaration.existing ? textOf(declaration.pin) : undefined,
  };
}

function flowKind(type: string | undefined): 'flow' | 'module' {
  return type === 'module' ? 'module' : 'flow';
}

function displayOf(operands: readonly Value[]): string | undefined {
  for (const operand of operands) {
    if (operand.kind === 'text') return operand.value;
    if (operand.kind === 'literal' && operand.type === 'phone') return operand.text;
  }
  return undefined;
}

function unknownKind(entity: Entity, source: SourceText): Diagnostic {
  const word = entity.entityKind.text;
  const isFlow = flowTypes.some(({ word: type }) => type === word && type !== 'module');
  const suggestion = isFlow ? flowMeant(entity) : kindMeant(word);
  const { span } = entity.entityKind;
  // `inbound voice Main`: the word between kind and name is what should be `flow`.
  const written = isFlow && entity.operands[0]?.kind === 'word' ? cover(span, entity.name.span) : span;
  return entityDiagnostic('unknown-kind', { source, span }, { word, suggestion }, renameTo(written, suggestion));
}

/** With a pin behind it, `inbound flow A = …` is no flow for all its words, and none is missing. */
function flowMeant({ entityKind, name }: Entity): string | undefined {
  return name.text === 'flow' ? undefined : `${entityKind.text} flow`;
}

function kindMeant(word: string): string | undefined {
  const flowWords = flowTypes.map(({ word: type }) => (type === 'module' ? type : `${type} flow`));
  return nearest(word, [...entityWords(), 'param']) ?? nearest(word, flowWords);
}

/** An ARN may stand only behind `existing`, and what exists is not described, except in what it takes and answers. */
function checkExisting(entity: Entity, kind: EntityKind, source: SourceText, diagnostics: Diagnostic[]): void {
  const name = entity.name.text;
  if (entity.pin !== undefined && !entity.existing) {
    diagnostics.push(
      entityDiagnostic(
        'pin-without-existing',
        { source, span: entity.pin.span },
        { kind, name },
        {
          fixes: [
            {
              title: 'Write `existing` before it',
              safe: false,
              edits: [{ span: at(entity.entityKind.span), newText: 'existing ' }],
            },
          ],
        },
      ),
    );
  }
  if (entity.existing && entity.target !== undefined && entityModel(kind).target !== undefined) {
    const place = { source, span: entity.target.span };
    diagnostics.push(entityDiagnostic('body-on-existing', place, { kind, name, key: '->', allowed: [] }));
  }
  if (!entity.existing || entity.block === undefined) return;
  const model = entityModel(kind);
  const described = new Set(model.properties.filter((property) => property.describes).map((property) => property.key));
  const surplus = saidIn(entity.block).find(
    (said) => !described.has(said.key) && model.properties.some((property) => property.key === said.key),
  );
  if (surplus !== undefined || described.size === 0) {
    const span = surplus?.keySpan ?? entity.block.span;
    diagnostics.push(
      entityDiagnostic(
        'body-on-existing',
        { source, span },
        { kind, name, key: surplus?.key, allowed: [...described] },
      ),
    );
  }
}

function at(span: Span): Span {
  return { start: span.start, end: span.start };
}

/** Connect knows things by their display names: two of a kind cannot share one. */
function checkDisplay(named: Named, displays: Map<string, Named>, diagnostics: Diagnostic[]): void {
  if (named.pin !== undefined) return;
  const key = `${named.kind}/${named.display}`;
  const first = displays.get(key);
  if (first === undefined) displays.set(key, named);
  else if (!first.existing || !named.existing) diagnostics.push(twice('duplicate-display-name', named, first));
}

function twice(code: 'duplicate-name' | 'duplicate-display-name', named: Named, first: Named): Diagnostic {
  const { kind, name, display } = named;
  return entityDiagnostic(
    code,
    { source: named.source, span: named.span },
    { kind, name, display },
    {
      related: [{ place: { source: first.source, span: first.span }, message: 'The first one stands here.' }],
    },
  );
}
