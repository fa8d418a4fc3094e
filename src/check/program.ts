/**
 * Program: the files of a project with their names resolved. All files share one namespace per kind.
 * Side tables only; the syntax trees stay untouched.
 */
import type { Entity, Flow, SourceFile } from '../syntax/ast.ts';
import type { EntityKind } from '../entities/types.ts';
import type { SourceText, Span } from '../text/text.ts';

export interface ParsedFile {
  readonly source: SourceText;
  readonly tree: SourceFile;
}

/** Something that has a name: a declared or existing entity, or a flow or module of the project. */
export interface Named {
  readonly kind: EntityKind;
  readonly name: string;
  /** The name in Connect: the display text, or the identifier where there is none. */
  readonly display: string;
  readonly existing: boolean;
  /** The text after `=`: an ARN, or whatever a template has in its place. */
  readonly pin: string | undefined;
  readonly declaration: Flow | Entity;
  readonly source: SourceText;
  /** The place of the name in its declaration. */
  readonly span: Span;
}

export interface Program {
  readonly files: readonly ParsedFile[];
  /** By kind, then by name (NFC). Flows are under `flow`, modules under `module`. */
  readonly names: ReadonlyMap<EntityKind, ReadonlyMap<string, Named>>;
}

export function lookUp(program: Program, kind: EntityKind, name: string): Named | undefined {
  // `lex_bot` is another spelling of `bot`; everything is kept under `bot`.
  return program.names.get(kind === 'lex_bot' ? 'bot' : kind)?.get(name.normalize('NFC'));
}

/** What a name stands for in an instance. */
export interface Environment {
  readonly name: string;
  /** The id or ARN to write in flow language; undefined when this environment cannot bind the name. */
  readonly bind: (named: Named) => string | undefined;
}
