/** Words that a step for a block may be named after, from the block's own content, best first. */
import type { FlowAction } from '../graph/flow-graph.ts';
import type { Value } from '../syntax/ast.ts';
import { isObject, type Json } from '../text/json.ts';
import { camelCase } from '../text/words.ts';
import { plainText } from './lowering.ts';

/** Words of a name (more is a sentence). */
const MOST = 5;

/** An id of the service tells nobody anything: `MTA31AEAWK`. */
const MEANINGLESS = /^(?=.*\p{N})[\p{Lu}\p{N}]{8,}$/u;

/** Many number their flows, and no name begins with a digit: `_01Main`, `_0xDialExtension`. */
const NUMBERED = /^_\p{N}[\p{N}\p{Ll}]*(?=\p{Lu})/u;

/** Says how something is played, not what: `play prompt Welcome`. */
const HOW = new Set(['prompt', 'ssml', 'media', 'text']);

/** What each call has or just entered: it tells what a block takes, not what it is for. */
const EVERYBODYS = /^\$\.(?:StoredCustomerInput$|(?:Customer|System)Endpoint\.)/;

const capital = (said: string) => said.charAt(0).toUpperCase() + said.slice(1);

export function nameHints(action: FlowAction, phrase: string, words: readonly Value[]): readonly string[] {
  const hints: string[] = [];
  const add = (hint: string) => {
    if (hint !== '' && !/^\p{N}/u.test(hint)) hints.push(hint);
  };
  const operand = words.slice(phrase.split(' ').length).find((each) => !(each.kind === 'word' && HOW.has(each.text)));
  switch (action.type) {
    case 'Compare':
      add(`check${capital(camelCase(lastSegment(plainText(words[0]) ?? ''), MOST))}`);
      break;
    case 'UpdateContactAttributes':
    case 'UpdateFlowAttributes': {
      const map = action.parameters['Attributes'] ?? action.parameters['FlowAttributes'];
      const [key] = isObject(map) ? Object.keys(map) : [];
      if (key !== undefined) add(`set${capital(camelCase(key, MOST))}`);
      break;
    }
    default:
      add(headingOf(action.parameters['ViewData']));
      if (operand?.kind === 'word' && phrase !== 'action' && !MEANINGLESS.test(operand.text)) {
        const thing = camelCase(operand.text.replace(NUMBERED, ''), MOST);
        add(phrase.startsWith('check ') && /^\p{sc=Latin}/u.test(thing) ? `check${capital(thing)}` : thing);
      }
      if (operand?.kind === 'path' && !EVERYBODYS.test(operand.text)) add(camelCase(tellingEnd(operand.text), MOST));
  }
  return hints;
}

/** The title of a page of a guide, if it is no sentence; many pages of a flow may show one view. */
function headingOf(data: Json | undefined): string {
  const heading = isObject(data) ? data['Heading'] : undefined;
  if (typeof heading !== 'string' || /\$\.|[.…]\s*$/.test(heading) || heading.split(/\s+/).length > MOST) return '';
  return camelCase(heading, MOST);
}

/** `$.Attributes.tier` → `tier`; what every thing has is told with the thing: `$.Queue.Name` → `Queue Name`. */
function tellingEnd(path: string): string {
  const last = lastSegment(path);
  if (!/^(?:name|arn|id|address|type|value)$/i.test(last)) return last;
  const thing = lastSegment(path.slice(0, path.lastIndexOf(last)).replace(/[.'[]+$/, ''));
  return `${thing === '$' ? '' : thing} ${last}`;
}

function lastSegment(path: string): string {
  return path.replace(/'\]$/, '').split(/[.']/).pop() ?? '';
}
