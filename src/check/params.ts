/**
 * Params: values that differ between environments. `param Greeting text = "Hello."` declares one, `param Greeting` stands
 * for its value wherever a value stands. Values are put into the tree before anything is checked, so that nothing else
 * needs to know of them; what is then said of a value is said at the place of its use.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renameTo } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Entity, Value } from '../syntax/ast.ts';
import { NOWHERE, type SourceText, type Span } from '../text/text.ts';
import { entityDiagnostic } from './diagnostics.ts';
import {
  defaultOfType,
  PARAM_TYPES,
  paramType,
  settingOfType,
  wantedBy,
  type ParamSetting,
  type ParamType,
} from './param-values.ts';
import type { ParsedFile } from './program.ts';
import { replaceParams } from './replace-params.ts';

export interface Param {
  readonly name: string;
  readonly type: ParamType;
  /** What stands behind `=`. */
  readonly fallback: Value | undefined;
  /** Its declaration is told to be wrong, so nothing more is said of it. */
  readonly isBroken: boolean;
  readonly source: SourceText;
  /** The name in its declaration. */
  readonly span: Span;
}

/** Where the values come from. */
export interface ParamValues {
  readonly environment: string;
  readonly settings: Readonly<Record<string, ParamSetting>>;
  /**
   * Taken where the environment says nothing: the settings of the others. For checks without an environment: which value
   * it is does not matter to them, but that there is one.
   */
  readonly others?: readonly Readonly<Record<string, ParamSetting>>[] | undefined;
}

export interface ResolvedParams {
  /** Without the declarations, and with values in the place of uses. */
  readonly files: readonly ParsedFile[];
  readonly params: readonly Param[];
  /** Places of uses, by file. */
  readonly uses: ReadonlyMap<SourceText, readonly Use[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A place where the value of a param stands. */
export interface Use {
  readonly span: Span;
  /** False: it has no value, and something of its type stands there, so that nothing else is found to be wrong. */
  readonly hasValue: boolean;
}

/** What no file of a project that has no params holds. */
const WORD = 'param';

const NO_VALUES: ParamValues = { environment: 'local', settings: {} };

export function resolveParams(files: readonly ParsedFile[], values: ParamValues = NO_VALUES): ResolvedParams {
  if (!files.some(({ source }) => source.text.includes(WORD))) {
    return { files, params: [], uses: new Map(), diagnostics: [] };
  }
  const diagnostics: Diagnostic[] = [];
  const params = declaredParams(files, diagnostics);
  const valuesByName = new Map([...params].map(([name, param]) => [name, valueOfParam(param, values)]));
  const uses = new Map<SourceText, Use[]>();
  const used = new Set<string>();
  const resolved = files.map(({ source, tree }): ParsedFile => {
    if (!source.text.includes(WORD) && params.size === 0) return { source, tree };
    const declarations = tree.declarations.filter((one) => one.kind === 'flow' || !isParam(one));
    const bare = declarations.length === tree.declarations.length ? tree : { ...tree, declarations };
    const placed: Use[] = [];
    const replaced = replaceParams(bare, (word, place) => {
      const name = word.text.normalize('NFC');
      const param = params.get(name);
      // Behind `=` a template may have a word of its own.
      if (param === undefined && place.start === word.span.start) return undefined;
      if (param === undefined) {
        const meant = nearest(word.text, params.keys());
        diagnostics.push(unknown(word.text, word.span, source, meant));
        if (meant !== undefined) used.add(meant);
      } else used.add(name);
      const value = valuesByName.get(name);
      placed.push({ span: place, hasValue: value !== undefined });
      return { ...(value ?? placeholder(param?.type ?? { is: 'text' })), span: place };
    });
    if (placed.length > 0) uses.set(source, placed);
    return { source, tree: replaced };
  });
  for (const param of params.values()) {
    const { name, source, span } = param;
    if (!used.has(name)) diagnostics.push(entityDiagnostic('unused-param', { source, span }, { name }));
    else if (valuesByName.get(name) === undefined && param.fallback === undefined && !param.isBroken) {
      const { environment } = values;
      diagnostics.push(entityDiagnostic('param-without-value', { source, span }, { name, environment }));
    }
  }
  return { files: resolved, params: [...params.values()], uses, diagnostics };
}

function isParam(entity: Entity): boolean {
  return entity.entityKind.text === WORD;
}

function unknown(name: string, span: Span, source: SourceText, suggestion: string | undefined): Diagnostic {
  return entityDiagnostic('unknown-param', { source, span }, { name, suggestion }, renameTo(span, suggestion));
}

/** Something of a type. */
function placeholder(type: ParamType): Value {
  const settings: readonly ParamSetting[] = [
    'text',
    1,
    true,
    '+10000000000',
    '1s',
    type.is === 'choice' ? (type.values[0] ?? '') : '',
  ];
  for (const setting of settings) {
    const value = settingOfType(type, setting, NOWHERE);
    if (value !== undefined) return value;
  }
  return { kind: 'text', value: '', form: 'line', span: NOWHERE };
}

/** The value in an environment. A setting of the wrong kind counts as none here; the project file is told of it. */
function valueOfParam(
  { name, type, fallback, span }: Param,
  { settings, others = [] }: ParamValues,
): Value | undefined {
  for (const said of [settings, ...(fallback === undefined ? others : [])]) {
    const setting = settingOf(said, name);
    const value = setting === undefined ? undefined : settingOfType(type, setting, span);
    if (value !== undefined) return value;
  }
  return fallback === undefined ? undefined : defaultOfType(type, fallback);
}

/** What settings say of a param. Its name is composed (NFC); the key of a project file may be written either way. */
export function settingOf(settings: ParamValues['settings'], name: string): ParamSetting | undefined {
  const key = Object.hasOwn(settings, name)
    ? name
    : Object.keys(settings).find((written) => written.normalize('NFC') === name);
  return key === undefined ? undefined : settings[key];
}

function declaredParams(files: readonly ParsedFile[], diagnostics: Diagnostic[]): ReadonlyMap<string, Param> {
  const params = new Map<string, Param>();
  for (const { source, tree } of files) {
    for (const declaration of tree.declarations) {
      if (declaration.kind !== 'entity' || !isParam(declaration)) continue;
      const param = paramOf(declaration, source, diagnostics);
      if (param === undefined) continue;
      const first = params.get(param.name);
      if (first === undefined) params.set(param.name, param);
      else diagnostics.push(twice(param, first));
    }
  }
  return params;
}

/** A param without a readable type is known all the same, as a text, so that its uses are not unknown. */
function paramOf(entity: Entity, source: SourceText, diagnostics: Diagnostic[]): Param | undefined {
  const { name, operands, pin, block, target, existing } = entity;
  if (name.text === '') return undefined; // told by the parser
  const before = diagnostics.length;
  const made = (type: ParamType): Param => ({
    name: name.text.normalize('NFC'),
    type,
    fallback: pin,
    isBroken: diagnostics.length > before,
    source,
    span: name.span,
  });
  const say = (span: Span, problem: string, help: string) =>
    diagnostics.push(entityDiagnostic('param-form', { source, span }, { problem, help }));
  const surplus = block?.span ?? target?.span;
  if (surplus !== undefined) {
    say(
      surplus,
      'A param has nothing behind its type and its default.',
      'Remove it; a `///` comment above says what it is for.',
    );
  } else if (existing) {
    say(entity.entityKind.span, 'A param lives in no instance.', 'Remove `existing`.');
  }
  const type = paramType(operands);
  if (type === undefined) {
    const [first] = operands;
    const known = PARAM_TYPES.map((one) => `\`${one}\``).join(', ');
    if (first === undefined) say(name.span, `\`${name.text}\` says no type.`, `Write one behind the name: ${known}.`);
    else say(first.span, 'This is no type of a param.', `The types are ${known}.`);
    return made({ is: 'text' });
  }
  if (pin !== undefined && defaultOfType(type, pin) === undefined) {
    const wanted = wantedBy(type);
    diagnostics.push(entityDiagnostic('param-default', { source, span: pin.span }, { name: name.text, wanted }));
  }
  return made(type);
}

function twice({ name, source, span }: Param, first: Param): Diagnostic {
  const related = [{ place: { source: first.source, span: first.span }, message: 'The first one stands here.' }];
  return entityDiagnostic('duplicate-param', { source, span }, { name }, { related });
}

/** What is no mistake where a param says it: that is what params are for. */
const OF_LITERALS: ReadonlySet<string> = new Set(['lint/account-id', 'lint/pinned-arn']);

/**
 * What is to be told of a program with params. Where a param has no value something else stands, of which nothing is said,
 * nor of what points at it; and a fix that changes a value's text would change the words `param Name` instead.
 */
export function withoutGuesses(
  uses: ResolvedParams['uses'],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (uses.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const { source, span } = diagnostic.place;
    const ofFile = uses.get(source);
    if (ofFile === undefined) return [diagnostic];
    const here = ofFile.filter((use) => touches(use.span, span));
    // What the parser says is about the text as it stands, whatever the values.
    const isOurs = diagnostic.code === 'check/unknown-param' || diagnostic.code.startsWith('syntax/');
    if (!isOurs && here.some(({ hasValue }) => !hasValue)) return [];
    if (diagnostic.related?.some(({ place }) => isGuessed(uses.get(place.source), place.span)) === true) return [];
    if (OF_LITERALS.has(diagnostic.code) && (here.length > 0 || isPinnedBy(ofFile, diagnostic))) return [];
    if (isOurs || diagnostic.fixes === undefined) return [diagnostic];
    const { fixes, ...rest } = diagnostic;
    const left = fixes.filter(({ edits }) => !edits.some((edit) => ofFile.some((use) => touches(use.span, edit.span))));
    return left.length === 0 ? [rest] : [{ ...rest, fixes: left }];
  });
}

/** Whether something stands in a declaration that is no value, so that the whole means nothing. */
export function isGuessed(uses: readonly Use[] | undefined, declaration: Span): boolean {
  return uses !== undefined && uses.some(({ span, hasValue }) => !hasValue && touches(span, declaration));
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the declaration that a diagnostic stands at is pinned by a param: its name is told, the pin follows in its line. */
function isPinnedBy(uses: readonly Use[], { place: { source, span } }: Diagnostic): boolean {
  return uses.some(
    (use) => use.span.start >= span.end && /^[^\n{=]*=\s*$/.test(source.text.slice(span.end, use.span.start)),
  );
}
