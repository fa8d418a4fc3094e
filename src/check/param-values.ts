/** Types of params, and values of these types: in the source as defaults, in the project file as settings. */
import type { Literal, Value } from '../syntax/ast.ts';
import type { Span } from '../text/text.ts';
import { isPhoneNumber } from './markets.ts';
import { textOf } from './read.ts';

/** `text`, `number`, `on | off`, `phone`, `duration`, `lambda` (the name of a function), `"gold" | "basic"`. */
export type ParamType =
  | { readonly is: 'text' | 'number' | 'switch' | 'phone' | 'duration' | 'lambda' }
  | { readonly is: 'choice'; readonly values: readonly string[] };

/** What the project file may hold for a param. */
export type ParamSetting = string | number | boolean;

/** Types as they are written, for messages. */
export const PARAM_TYPES = ['text', 'number', 'on | off', 'phone', 'duration', 'lambda', '"a" | "b"'] as const;

/** The type that stands behind a param's name; undefined when it is none. */
export function paramType(words: readonly Value[]): ParamType | undefined {
  const [first] = words;
  if (words.length === 1 && first?.kind === 'word') {
    switch (first.text) {
      case 'text':
      case 'number':
      case 'phone':
      case 'duration':
      case 'lambda':
        return { is: first.text };
      default:
        return undefined;
    }
  }
  const isAlternatives = words.length > 0 && words.every((word, i) => i % 2 === 0 || textOf(word) === '|');
  if (!isAlternatives || words.length % 2 === 0) return undefined;
  const said = words.filter((_, i) => i % 2 === 0);
  if (said.every(({ kind }) => kind === 'text')) {
    return { is: 'choice', values: said.map((value) => textOf(value) ?? '') };
  }
  const isSwitch = said.length === 2 && said.every(({ kind }) => kind === 'word');
  return isSwitch && said.map(textOf).sort().join() === 'off,on' ? { is: 'switch' } : undefined;
}

/** What a type wants, as the end of a sentence. */
export function wantedBy(type: ParamType): string {
  switch (type.is) {
    case 'text':
      return 'a text in quotes';
    case 'number':
      return 'a number';
    case 'switch':
      return '`on` or `off`';
    case 'phone':
      return 'a telephone number, such as "+81501234XXXX"';
    case 'duration':
      return 'a time, such as `8s`';
    case 'lambda':
      return 'the name of a Lambda function';
    case 'choice':
      return `one of ${type.values.map((value) => JSON.stringify(value)).join(', ')}`;
  }
}

/** A value that stands in the source, as one of the type; undefined when it is none. */
export function defaultOfType(type: ParamType, value: Value): Value | undefined {
  switch (type.is) {
    case 'number':
      return value.kind === 'number' ? value : undefined;
    case 'switch':
      return value.kind === 'word' && isSwitch(value.text) ? value : undefined;
    case 'duration':
      return value.kind === 'literal' && value.type === 'duration' ? value : undefined;
    case 'phone':
      if (value.kind === 'literal') return value.type === 'phone' ? value : undefined;
      return value.kind === 'text' ? settingOfType(type, value.value, value.span) : undefined;
    default:
      return value.kind === 'text' ? settingOfType(type, value.value, value.span) && value : undefined;
  }
}

/** A setting of the project file as a value of the type; undefined when it is none. */
export function settingOfType(type: ParamType, setting: ParamSetting, span: Span): Value | undefined {
  switch (type.is) {
    case 'number':
      return typeof setting === 'number' ? { kind: 'number', text: String(setting), span } : undefined;
    case 'switch':
      if (typeof setting === 'boolean') return { kind: 'word', text: setting ? 'on' : 'off', span };
      return typeof setting === 'string' && isSwitch(setting) ? { kind: 'word', text: setting, span } : undefined;
    case 'phone':
      return typeof setting === 'string' && isPhoneNumber(setting) ? literal('phone', setting, span) : undefined;
    case 'duration':
      return typeof setting === 'string' && DURATION.test(setting) ? literal('duration', setting, span) : undefined;
    case 'lambda':
      return typeof setting === 'string' && FUNCTION.test(setting) ? text(setting, span) : undefined;
    case 'choice':
      return typeof setting === 'string' && type.values.includes(setting) ? text(setting, span) : undefined;
    case 'text':
      return typeof setting === 'string' ? text(setting, span) : undefined;
  }
}

/** As the language writes it: there are no fractions. */
const DURATION = /^\d+(?:ms|s|m|h|d)$/;

/** A function's name, perhaps with a version or alias behind a colon. */
const FUNCTION = /^[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?$/;

function isSwitch(word: string): boolean {
  return word === 'on' || word === 'off';
}

function text(value: string, span: Span): Value {
  return { kind: 'text', value, form: 'line', span };
}

function literal(type: Literal['type'], value: string, span: Span): Value {
  return { kind: 'literal', type, text: value, span };
}
