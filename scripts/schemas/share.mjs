/**
 * Makes a schema small to compile: what repeats stands once under `$defs` and becomes one function, descriptions go, and
 * every `enum` gets a definition of its own, because the compiled code keeps the whole definition that an `enum` is in.
 */

const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLE = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'];
const MAPS = ['properties', 'patternProperties', '$defs'];

/** Properties with one and the same schema from which on a loop is shorter than a question each. */
const GROUP = 2;

/** Characters from which on a repeated schema is worth a function. */
const WORTH = 25;

export function shared(schema) {
  const bare = map(schema, ({ description: _d, title: _t, ...rest }) => grouped(rest));
  const count = new Map();
  map(bare, (node) => {
    const text = JSON.stringify(node);
    count.set(text, (count.get(text) ?? 0) + 1);
    return node;
  });
  const definitions = new Map();
  const lift = (node) => {
    const text = JSON.stringify(node);
    const repeats = (count.get(text) ?? 0) > 1 && text.length >= WORTH;
    if (!repeats && node.enum === undefined) return undefined;
    if (!definitions.has(text)) definitions.set(text, { name: `shared${definitions.size}`, node });
    return { $ref: `#/$defs/${definitions.get(text).name}` };
  };
  const { $defs, ...root } = bare;
  const named = Object.fromEntries(Object.entries($defs).map(([name, node]) => [name, children(node, (child) => replace(child, lift))]));
  const top = children(root, (child) => replace(child, lift));
  // Definitions that were lifted may hold others; each is rewritten once, and the list grows while it is walked.
  const extra = {};
  for (const { name, node } of definitions.values()) extra[name] = children(node, (child) => replace(child, lift));
  return { ...top, $defs: { ...named, ...extra } };
}

/** Properties of one kind are asked for in one loop. */
function grouped(node) {
  if (node.properties === undefined) return node;
  const groups = new Map();
  for (const [name, child] of Object.entries(node.properties)) {
    const text = JSON.stringify(child);
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  const loops = [...groups].filter(([, names]) => names.length >= GROUP);
  if (loops.length === 0) return node;
  const properties = Object.fromEntries(Object.entries(node.properties).filter(([name]) => !loops.some(([, names]) => names.includes(name))));
  return { ...node, properties, patternProperties: Object.fromEntries(loops.map(([text, names]) => [`^(?:${names.join('|')})$`, JSON.parse(text)])) };
}

function replace(node, lift) {
  return lift(node) ?? children(node, (child) => replace(child, lift));
}

function map(node, change) {
  return change(children(node, (child) => map(child, change)));
}

/** The same schema with every schema directly inside it changed. */
function children(node, change) {
  if (typeof node !== 'object' || node === null) return node;
  const result = { ...node };
  for (const key of LISTS) if (Array.isArray(node[key])) result[key] = node[key].map(change);
  for (const key of SINGLE) if (typeof node[key] === 'object') result[key] = change(node[key]);
  for (const key of MAPS) {
    if (node[key] === undefined) continue;
    result[key] = Object.fromEntries(Object.entries(node[key]).map(([name, child]) => [name, change(child)]));
  }
  return result;
}
