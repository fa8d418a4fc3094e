/**
 * flowc as a library: text to flow-language JSON and back, without files, network or process. Every function is total:
 * what is wrong with an input is in the diagnostics, never thrown.
 */
export { checkJson, compile } from './compiler.ts';
export type { Compiled, CompiledFlow, CompileOptions } from './compiler.ts';
export { decompile } from './decompiler.ts';
export type { Decompiled, DecompileOptions } from './decompiler.ts';

export { parse } from './syntax/parse.ts';
export { format } from './syntax/format.ts';
export { readFlow } from './flowjson/read.ts';
export { emit } from './flowjson/emit.ts';
export type { Emitted, EmitOptions } from './flowjson/emit.ts';
export type { ReadOptions, ReadResult } from './flowjson/read.ts';

export { render, FORMATS } from './diagnostics/render/index.ts';
export type { Format, RenderOptions } from './diagnostics/render/index.ts';
export type { JsonDiagnostic, JsonReport } from './diagnostics/render/json.ts';
export type { Diagnostic, Fix, Related, Severity } from './diagnostics/diagnostic.ts';

export type * from './syntax/ast.ts';
export type * from './graph/flow-graph.ts';
export type { Param, ParamValues } from './check/params.ts';
export type { Environment, Named, Program } from './check/program.ts';
export type { Json, JsonObject } from './text/json.ts';
export { applyEdits, positionAt } from './text/text.ts';
export type { Place, Position, SourceText, Span, TextEdit } from './text/text.ts';
export { version } from './version.ts';
