/** What a statement does not take, and what was probably meant by it. */
import type { Form } from '../catalogue/types.ts';
import { lookUp } from '../check/program.ts';
import { indentAt, renameTo, replaceBy } from '../diagnostics/remedy.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Statement, Value } from '../syntax/ast.ts';
import { phraseAt, phraseOfBlock } from './forms.ts';
import { report, type Lowering } from './lowering.ts';

/** What stands behind the operands: the next statement, a word of an operand, a parameter, the rest of another phrase. */
export function reportSurplus(
  lowering: Lowering,
  form: Form,
  item: Statement,
  rest: readonly Value[],
  surplus: Value,
): void {
  const { text } = lowering.source;
  const { start } = surplus.span;
  const word = surplus.kind === 'word' ? surplus.text : undefined;
  const statement = word === undefined ? undefined : phraseAt(text.slice(start, item.span.end));
  const near = word === undefined ? undefined : nearest(word, optionalWords(form));
  const other = word === undefined || near !== undefined ? undefined : phraseOfBlock(`${form.phrase} ${word}`);
  const params = statement === undefined ? paramsMeant(lowering, rest, form) : undefined;
  const fixes =
    statement === undefined
      ? renameTo(surplus.span, near)
      : replaceBy({ start, end: start }, `\n${indentAt(text, start)}`, 'Put it on a line of its own');
  const suggestion = near ?? (other === form.phrase ? undefined : other);
  const told = { phrase: form.phrase, suggestion, statement, params, ...instead(form, surplus) };
  report(lowering, 'surplus-operand', surplus.span, told, fixes);
}

/** What else there could be: a text belongs to the one before it, a word may be something that braces hold. */
function instead(form: Form, surplus: Value): { readonly isText?: true; readonly example?: string | undefined } {
  const isSpoken = form.operands?.some(({ as }) => as === 'speech' || as === 'text') === true;
  if (surplus.kind === 'text') return isSpoken ? { isText: true } : {};
  return { example: braceSample(form) };
}

/** How the first thing stands that belongs in the braces. */
function braceSample({ entries: [first] = [], rest }: Form): string | undefined {
  if (first === undefined) return rest && '{ name: "value" }';
  return first.braces === true ? `{ ${first.key} { … } }` : `{ ${first.key}: … }`;
}

/** Words of operands that may be left out, and so were when something else stands in their place. */
function optionalWords({ operands = [] }: Form): readonly string[] {
  return operands.flatMap(({ as, optional }) =>
    optional === true && typeof as === 'object' && 'enum' in as ? Object.keys(as.enum) : [],
  );
}

/**
 * What belongs in the braces, as it stands there: `set routing priority 1` says `{ priority: 1 }`, `create case Complaint`
 * its template.
 */
function paramsMeant({ source, program }: Lowering, words: readonly Value[], form: Form): string | undefined {
  const { entries = [] } = form;
  const [first, second] = words;
  if (first?.kind === 'word' && second === undefined) {
    const slot = entries.find(({ as }) => typeof as === 'object' && 'ref' in as && lookUp(program, as.ref, first.text));
    return slot && `{ ${slot.key}: ${first.text} }`;
  }
  const params: string[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [key, value] = [words[i], words[i + 1]];
    if (key?.kind !== 'word' || value === undefined || !entries.some((slot) => slot.key === key.text)) return undefined;
    params.push(`${key.text}: ${source.text.slice(value.span.start, value.span.end)}`);
  }
  return `{ ${params.join(', ')} }`;
}
