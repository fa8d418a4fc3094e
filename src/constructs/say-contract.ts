/** What a module takes and gives back, said at its head: `input { … }`, `returns { … }`, `branches [ … ]`. */
import type { Named } from '../check/program.ts';
import { moduleBranches } from '../check/types.ts';
import type { Flow, Item } from '../syntax/ast.ts';
import { list, statement, text, word } from '../syntax/make.ts';
import { isObject, sameJson, type Json, type JsonObject } from '../text/json.ts';
import { sayFields } from './say-type.ts';

/**
 * The module with its contract at its head; another flow as it is. `settings` are those of the entity model: types by
 * key, and names. Branches that `return "…"` names in the same order anyway are not listed.
 */
export function withContract(flow: Flow, settings: JsonObject): Flow {
  if (flow.type?.text !== 'module') return flow;
  const head: Item[] = [];
  for (const key of ['input', 'returns']) {
    const fields = settings[key];
    if (isObject(fields)) head.push(statement([word(key)], sayFields(fields)));
  }
  const branches = Array.isArray(settings['branches']) ? (settings['branches'] as readonly Json[]) : [];
  const named = { kind: 'module', declaration: flow } as Named;
  if (!sameJson(branches, [...(moduleBranches(named) ?? [])])) {
    head.push(statement([word('branches'), list(branches.map((branch) => text(String(branch))))]));
  }
  return head.length === 0 ? flow : { ...flow, body: { ...flow.body, items: [...head, ...flow.body.items] } };
}
