/** What a module takes and gives back, as live, taken into the head of its declaration. */
import { withContract } from '../../../constructs/say-contract.ts';
import { entityModels } from '../../../entities/index.ts';
import type { Flow, Item, Statement } from '../../../syntax/ast.ts';
import { parse } from '../../../syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../text/text.ts';
import { sameJson, type JsonObject } from '../../../text/json.ts';
import { sayItems } from './say.ts';
import { lineSpan } from './remove.ts';

const KEYS = entityModels.module.properties.map(({ key }) => key);

/** The text of a module's declaration that says the live contract, where it differs from what source says. */
export function adoptContract(text: string, said: JsonObject, live: JsonObject): string {
  const changed = KEYS.filter((key) => !sameJson(said[key] ?? [], live[key] ?? []));
  const [flow] = parse({ path: '', text }).tree.declarations;
  if (changed.length === 0 || flow?.kind !== 'flow') return text;
  const edits: TextEdit[] = [];
  const added: Item[] = [];
  const wanted = headOf(withContract(withoutHead(flow), live));
  const written = headOf(flow);
  for (const key of changed) {
    const old = written.get(key);
    const anew = wanted.get(key);
    if (old === undefined) added.push(...(anew ?? []).slice(0, 1));
    const [from] = old ?? [];
    const [to] = anew ?? [];
    if (from !== undefined) {
      edits.push(
        to === undefined
          ? { span: lineSpan(text, from.span), newText: '' }
          : { span: from.span, newText: sayItems([to], '  ').slice(2) },
      );
    }
  }
  if (added.length > 0) {
    const brace = flow.body.span.start + 1;
    // A comment behind the brace stays there; a statement does not share its line with the head.
    const behind = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(text.slice(brace))?.[0];
    const at = brace + (behind ?? '').length;
    edits.push({
      span: { start: at, end: at },
      newText: `\n${sayItems(added, '  ')}${behind === undefined ? '\n' : ''}`,
    });
  }
  return applyEdits(text, edits);
}

function headOf({ body }: Flow): ReadonlyMap<string, readonly Statement[]> {
  const head = new Map<string, Statement[]>();
  for (const item of body.items) {
    if (item.kind !== 'statement') continue;
    const [first] = item.words;
    if (first?.kind === 'word' && KEYS.includes(first.text)) head.set(first.text, [item]);
  }
  return head;
}

function withoutHead(flow: Flow): Flow {
  const head = new Set<Item>([...headOf(flow).values()].flat());
  return { ...flow, body: { ...flow.body, items: flow.body.items.filter((item) => !head.has(item)) } };
}
