/**
 * What editors ask, in terms of texts, offsets and spans. Pure functions over an `Analysis`: nothing here knows LSP, files
 * or the clock, so the same answers serve a language server, a browser and tests.
 */
import type { Param, ResolvedParams } from '../check/params.ts';
import type { CompiledFlow } from '../compiler.ts';
import type { ParsedFile, Program } from '../check/program.ts';
import type { Inventory } from '../connect/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Flow } from '../syntax/ast.ts';
import type { Place, SourceText, Span, TextEdit } from '../text/text.ts';

/** A project at one moment, analysed. Never changed; the next moment has its own. */
export interface Analysis {
  readonly program: Program;
  readonly files: ReadonlyMap<string, ParsedFile>;
  readonly flows: ReadonlyMap<Flow, CompiledFlow>;
  readonly params: readonly Param[];
  /** Places where values of params stand, by file. */
  readonly uses: ResolvedParams['uses'];
  /** The project file as it is on disk, which gives params their values; its path is that of the file. */
  readonly projectFile: SourceText | undefined;
  /** By path of the file; the same as a cold check of the same texts gives. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Names of the environment that the project is written against, where a snapshot records them. */
  readonly inventory: Inventory | undefined;
}

/** The texts of a project as an editor has them, and what they mean. */
export interface Session {
  /** Sets or removes (undefined) the text of a file. */
  readonly set: (path: string, text: string | undefined) => void;
  /** What the project means now. Works only on what changed since it was last asked. */
  readonly analyse: () => Analysis;
  /** Diagnostics of some files, before there is time for all of them. What is found out stays known. */
  readonly glance: (paths: ReadonlySet<string>) => Glance;
  /**
   * Errors of some files, before there is even time to read the others: a part of what `glance` says, without what Connect
   * would refuse. Undefined where little is left to be read, and `glance` is as quick.
   */
  readonly firstErrors: (paths: ReadonlySet<string>) => Glance | undefined;
}

/** What is known of some files; of all where everything is. */
export type Glance = Pick<Analysis, 'params' | 'diagnostics'>;

export interface EditsByFile {
  readonly source: SourceText;
  readonly edits: readonly TextEdit[];
}

export type CompletionKind =
  'verb' | 'parameter' | 'value' | 'branch' | 'label' | 'entity' | 'path' | 'snippet' | 'keyword';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label: the console's name of a block, the kind of an entity. */
  readonly detail: string | undefined;
  /** Markdown, made when the item is looked at. */
  readonly documentation: (() => string) | undefined;
  /** What is replaced, and by what; `$1`, `${2:text}`, `$0` are the places of a snippet where `isSnippet`. */
  readonly edit: TextEdit;
  readonly isSnippet: boolean;
  /** Smaller comes first. */
  readonly rank: number;
}

export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly contents: string;
}

export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor' | 'source.fixAll';
  readonly edits: readonly EditsByFile[];
  readonly preferred: boolean;
  readonly fixes: readonly Diagnostic[];
}

/** The graph of a flow, for pictures. */
export interface FlowPicture {
  readonly name: string;
  readonly display: string;
  readonly type: string | undefined;
  readonly start: string | undefined;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  /** The console's name of the block. */
  readonly block: string;
  /** The main parameter in a few words. */
  readonly text: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly place: Place | undefined;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** `success`, `on 1`, `on error`. */
  readonly label: string;
  readonly kind: 'next' | 'condition' | 'error';
  readonly place: Place | undefined;
}
