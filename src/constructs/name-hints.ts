/** Words that a step for a block may be named after, from the block's own content, best first. */
import type { FlowAction } from '../graph/flow-graph.ts';
import type { Value } from '../syntax/ast.ts';
import { isObject } from '../text/json.ts';
import { plainText } from './lowering.ts';

/** `BasicQueue` → `basicQueue`, `VMX-Core flow` → `vmxCoreFlow`; '' when nothing is left. */
export function camelCase(said: string): string {
  const parts = said.normalize('NFC').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return parts
    .map((part, i) => {
      const [first = ''] = part;
      if (i > 0) return first.toUpperCase() + part.slice(first.length);
      // An abbreviation at the head (`VMXCore`) goes down as a whole.
      return part.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+$|^\p{Lu}/u, (head) => head.toLowerCase());
    })
    .join('');
}

const capital = (said: string) => said.charAt(0).toUpperCase() + said.slice(1);

export function nameHints(action: FlowAction, phrase: string, words: readonly Value[]): readonly string[] {
  const hints: string[] = [];
  const add = (hint: string) => {
    if (hint !== '' && !/^\p{N}/u.test(hint)) hints.push(hint);
  };
  const operand = words[phrase.split(' ').length];
  switch (action.type) {
    case 'Compare':
      add(`check${capital(camelCase(lastSegment(plainText(words[0]) ?? '')))}`);
      break;
    case 'UpdateContactAttributes':
    case 'UpdateFlowAttributes': {
      const map = action.parameters['Attributes'] ?? action.parameters['FlowAttributes'];
      const [key] = isObject(map) ? Object.keys(map) : [];
      if (key !== undefined) add(`set${capital(camelCase(key))}`);
      break;
    }
    default:
      if (operand?.kind === 'word' && phrase !== 'action') add(camelCase(operand.text));
      if (operand?.kind === 'path') add(camelCase(lastSegment(operand.text)));
  }
  return hints;
}

function lastSegment(path: string): string {
  return path.replace(/'\]$/, '').split(/[.']/).pop() ?? '';
}
