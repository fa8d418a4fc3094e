/**
 * Identifiers as Connect takes them, made from names in the source. An identifier depends on its own block; of several
 * that would be called alike the first keeps the name, and the others get a mark of their own content, so a block that is
 * added renames nothing behind or before it. Blocks that are alike in content too are numbered, in source order.
 */
import { edgesOf, type FlowAction, type FlowGraph, type IdentifierHint } from '../graph/flow-graph.ts';
import { canonicalJson } from '../graph/canonical.ts';
import { reservedIdentifiers, signsNotInIdentifiers } from '../catalogue/identifiers.ts';
import { limits } from '../catalogue/quotas.ts';

/** What cannot be seen or stored. */
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Code units of an operand that go into an identifier. */
const OPERAND_LENGTH = 28;
/** The same, where it is a name without blanks, which is hard to know again when cut. */
const NAME_LENGTH = 36;

/** By id of the graph, the identifier to write. All are legal, and none is the name of a target that does not exist. */
export function assignIdentifiers(graph: FlowGraph): ReadonlyMap<string, string> {
  const bases = new Map<FlowAction, string>();
  const named = new Map<string, FlowAction[]>();
  const hinted = new Map<string, FlowAction[]>();
  for (const action of graph.actions) {
    const base = baseOf(action);
    bases.set(action, base);
    const groups = action.label === undefined && action.hint !== undefined ? hinted : named;
    const group = groups.get(base);
    if (group === undefined) groups.set(base, [action]);
    else group.push(action);
  }

  const taken = danglingTargets(graph);
  const result = new Map<string, string>();
  const take = (action: FlowAction, identifier: string): void => {
    taken.add(identifier);
    result.set(action.id, identifier);
  };
  const unclear: FlowAction[] = [];
  // Names that people gave come first, so that no other block can push them away.
  for (const [base, group] of named) {
    // One that is called so to the letter keeps the name, whatever others are made to fit.
    const exact = group.length === 1 ? group : group.filter(({ label }) => label === base);
    const [only, ...more] = exact;
    if (only === undefined || more.length > 0 || taken.has(base)) unclear.push(...group);
    else {
      take(only, base);
      unclear.push(...group.filter((action) => action !== only));
    }
  }
  for (const [base, group] of hinted) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    if (taken.has(base) || named.has(base)) {
      unclear.push(...group);
      continue;
    }
    take(first, base);
    if (others.length === 0) continue;
    const mark = contentMark(first);
    let n = 1;
    for (const action of others) {
      if (contentMark(action) !== mark) {
        unclear.push(action);
        continue;
      }
      let identifier = base;
      while (taken.has(identifier)) identifier = withSuffix(base, ` ${++n}`);
      take(action, identifier);
    }
  }
  const marked = new Map<string, FlowAction[]>();
  for (const action of unclear) {
    const name = withSuffix(bases.get(action) ?? '', contentMark(action));
    const group = marked.get(name);
    if (group === undefined) marked.set(name, [action]);
    else group.push(action);
  }
  for (const [name, group] of marked) {
    let n = 1;
    for (const action of group) {
      let identifier = name;
      while (taken.has(identifier)) identifier = withSuffix(name, ` ${++n}`);
      take(action, identifier);
    }
  }
  return result;
}

/** True when Connect takes the text as an identifier. */
export function isLegalIdentifier(text: string): boolean {
  return (
    text !== '' &&
    text.length <= limits.identifierCharacters &&
    !signsNotInIdentifiers.test(text) &&
    !CONTROL_CHARACTER.test(text) &&
    !LONE_SURROGATE.test(text) &&
    !reservedIdentifiers.has(text)
  );
}

/** Targets that no block has; '' is always one. Nothing may be called so: what leads nowhere must not begin to lead somewhere. */
export function danglingTargets(graph: FlowGraph): Set<string> {
  const ids = new Set(graph.actions.map((action) => action.id));
  const found = new Set<string>(['']);
  const see = (target: string | undefined): void => {
    if (target !== undefined && !ids.has(target)) found.add(target);
  };
  see(graph.start);
  for (const action of graph.actions) for (const edge of edgesOf(action)) see(edge.target);
  return found;
}

function baseOf(action: FlowAction): string {
  if (action.label !== undefined) return legalise(action.label);
  if (action.hint === undefined) return legalise(action.id);
  return legalise(clean(hintText(action.hint)));
}

function hintText({ scope, verb, operand }: IdentifierHint): string {
  const said = operand === undefined ? '' : firstWords(clean(withoutRoots(operand)));
  return `${scope === undefined ? '' : `${scope} - `}${verb}${said === '' ? '' : ` ${said}`}`;
}

/** A JSONPath says enough by its last name: `$.External.tier`, `$.Attributes['tier']` → `tier`. */
function withoutRoots(text: string): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$[\w.-]*\.?\['([^']*)'\]/g, '$1').replace(/\$(?:\.[\p{L}\p{N}_-]+)*\.(?=[\p{L}\p{N}_])/gu, '');
}

/** The beginning of a text, up to a whole word or clause where one ends late enough. */
function firstWords(text: string): string {
  const [name = ''] = /^[\w.-]+/.exec(text) ?? [];
  if (name.length >= OPERAND_LENGTH) return clip(name, NAME_LENGTH);
  const cut = clip(text, OPERAND_LENGTH);
  if (cut === text) return text;
  const end = Math.max(...[' ', '、', '。', '！', '？'].map((sign) => cut.lastIndexOf(sign)));
  return end >= OPERAND_LENGTH / 2 && /^\S/.test(text.slice(cut.length)) ? cut.slice(0, end) : cut;
}

/** The nearest legal text: forbidden signs become blanks, blanks are joined, and what is too long is cut. */
function legalise(text: string): string {
  if (isLegalIdentifier(text)) return text;
  const cleaned = clean(text);
  const whole = cleaned === '' || reservedIdentifiers.has(cleaned) ? `${cleaned} block`.trim() : cleaned;
  return clip(whole, limits.identifierCharacters);
}

function clean(text: string): string {
  if (isPlain(text)) return text.trim();
  return text
    .normalize('NFC')
    .replace(/([<>])=/g, (_, sign) => (sign === '<' ? '≤' : '≥'))
    .replace(/[%:(\\/)=$,;[\]{}\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
}

/** Letters, digits, dashes, full stops and single blanks of ASCII, which need no cleaning: most identifiers are that. */
function isPlain(text: string): boolean {
  let blank = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const isBlank = c === 32;
    const isWord =
      (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c === 45 || c === 46;
    if (!(isWord || isBlank) || (isBlank && blank)) return false;
    blank = isBlank;
  }
  return true;
}

/** At most `length` code units, not cutting what is shown as one character, nor ending in a blank or an opening sign. */
function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = length;
  while (end > 0 && joinsBefore(text, end)) end--;
  return text.slice(0, end === 0 ? length : end).trimEnd();
}

/** True when cutting before this offset would cut a character: a surrogate pair, or a mark that belongs to what precedes. */
function joinsBefore(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit < 0xe000) return true;
  if (unit < 0x300) return false;
  const joiner = 0x200d;
  const skinTone = code >= 0x1f3fb && code <= 0x1f3ff;
  if (code === joiner || skinTone || text.charCodeAt(at - 1) === joiner) return true;
  return /^\p{M}/u.test(String.fromCodePoint(code)) || isFlagMiddle(text, at, code);
}

/** Flags are pairs of regional letters: a cut between the two leaves one that means nothing. */
function isFlagMiddle(text: string, at: number, code: number): boolean {
  if (code < 0x1f1e6 || code > 0x1f1ff) return false;
  let before = 0;
  for (let i = at - 2; i >= 0; i -= 2) {
    const letter = text.codePointAt(i) ?? 0;
    if (letter < 0x1f1e6 || letter > 0x1f1ff) break;
    before++;
  }
  return before % 2 === 1;
}

function withSuffix(base: string, suffix: string): string {
  return clip(base, limits.identifierCharacters - suffix.length) + suffix;
}

/** A blank and five signs that tell a block's content: its type and parameters, not where it leads. '' without parameters. */
function contentMark({ type, parameters }: FlowAction): string {
  if (Object.keys(parameters).length === 0) return '';
  const text = type + canonicalJson(parameters);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV leaves the low bits weak; fold the high ones in before taking 25.
  hash ^= hash >>> 15;
  return ` ${(hash >>> 0).toString(32).padStart(7, '0').slice(-5)}`;
}
