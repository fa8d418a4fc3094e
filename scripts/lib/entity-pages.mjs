/** Pages of the entity kinds, as Markdown. */

let wordOfFlowType = (type) => type;

/** `[path, text]` of every page. `describe` says a value type in words, as messages do; `flowTypeWord` a type of flow. */
export function entityPages(models, describe, flowTypeWord) {
  wordOfFlowType = flowTypeWord;
  return [
    ['docs/entities/README.md', indexPage(models)],
    ...models.map((model) => [`docs/entities/${model.kind}.md`, kindPage(model, models, describe)]),
  ];
}

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
const GENERATED =
  '<!-- Generated from src/entities by scripts/generate-entity-docs.mjs: edit the model, not this page. -->';

function indexPage(models) {
  const rows = models.map((model) => [
    `[${code(model.spellings[0])}](${model.kind}.md)`,
    `${model.console.en} · ${model.console.ja}`,
    model.managed ? 'created and updated' : 'looked up',
    model.quota === undefined ? '' : `${model.quota.max}${model.quota.adjustable ? '' : ' (fixed)'}`,
  ]);
  return `${GENERATED}

# Entities

The things that flows speak of. All \`.flow\` files of a project share one namespace for each kind. A name may be followed by
its display name in quotes; without one the name itself is what Connect shows. \`existing\` before a declaration says that the
thing lives in the instance already: it is looked up by its display name and never written. Behind it, \`= "arn:…"\` pins what
the name stands for.

${table(['kind', 'in the console', 'publishing', 'per instance'], rows)}

Numbers “per instance” are the service’s default quotas; those not marked as fixed can be raised.

## Types

\`input { }\`, \`returns { }\`, \`slots { }\` and the like say the types of values that flows exchange, so that \`$.External.tier\`
and \`on "gold"\` are checked. A type is

- \`text\`, \`number\`, \`integer\`, \`boolean\`, \`null\`, \`any\`;
- quoted values with bars between, \`"gold" | "basic"\`: a text that is one of them;
- \`[text]\`, a list of texts, or just \`list\`;
- \`{ name: text, age: number }\`, an object with these keys, or just \`object\`;
- several of them with bars between: \`text | null\`.
`;
}

function kindPage(model, models, describe) {
  const parts = [
    GENERATED,
    `# ${model.spellings[0]}`,
    `**${model.console.en}** · ${model.console.ja}`,
    model.doc,
    `\`\`\`flow\n${model.example}\n\`\`\``,
    `**Name.** ${operandText(model)}`,
    `**Publishing.** ${model.lifecycle}`,
  ];
  if (model.spellings.length > 1) parts.push(`**Also written** ${model.spellings.slice(1).map(code).join(', ')}.`);
  if (model.quota !== undefined) {
    const kind = model.quota.adjustable ? 'can be raised' : 'is fixed';
    parts.push(`**Quota.** ${model.quota.max} per instance (“${model.quota.name}”); it ${kind}.`);
  }
  if (model.target !== undefined) {
    parts.push(
      `**\`-> ${model.target.key}\`.** ${model.target.doc} ${typeText(model.target.type, model.target.key, describe)}.`,
    );
  }
  if (model.properties.length > 0) parts.push('## In braces', propertyTable(model.properties, describe));
  if (model.days) {
    parts.push(
      'Days are keys too: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`, or a range such as `mon-fri`. Their value is hours ' +
        '(`09:00-18:00`), a list of hours (`[09:00-12:00, 13:00-18:00]`) or `closed`; a day that is not said is closed. An end ' +
        'of `24:00` is midnight, and `00:00-24:00` is the whole day. Hours over midnight are two, one on each day.',
    );
  }
  for (const clause of model.clauses) parts.push(...clauseParts(clause, describe));
  for (const rule of model.rules) parts.push(`- ${ruleText(rule)}`);
  for (const [key, why] of Object.entries(model.refused ?? {})) parts.push(`${code(key)} is refused. ${why}`);
  const relations = relationsOf(model, models);
  if (relations.length > 0) {
    parts.push('## Relations', table(['from', 'to', 'cardinality', 'said by'], relations));
  }
  const calls = apiText(model);
  if (calls !== undefined) parts.push('## In the API', calls);
  return `${parts.join('\n\n')}\n`;
}

function operandText(model) {
  const { role, required, minLength, maxLength, source } = model.operand;
  const length = maxLength === undefined ? '' : `, ${minLength ?? 0} to ${maxLength} characters`;
  const from = source === undefined ? '' : ` (${source})`;
  const presence = required ? 'must follow' : 'may follow';
  const otherwise = required ? '' : ' Without it, the name itself is taken.';
  return `The ${role} ${presence} the name in quotes${length}${from}.${otherwise}`;
}

function propertyTable(properties, describe) {
  const rows = properties.map((property) => [
    code(property.key),
    typeText(property.type, property.key, describe),
    property.required ? 'yes' : '',
    property.doc + (property.describes ? ' Also on `existing`.' : ''),
    property.source ?? '',
  ]);
  return table(['key', 'value', 'required', 'what it says', 'Connect'], rows);
}

function typeText(type, key, describe) {
  switch (type.is) {
    case 'text':
      return `text in quotes${between(type.minLength, type.maxLength, ' characters')}`;
    case 'number':
      return `whole number${between(type.min, type.max, '')}`;
    case 'duration':
      return `duration, \`30s\`${between(type.min, type.max, ' seconds')}`;
    case 'list':
      return `list${between(type.min, type.max, '')} of: ${typeText(type.of, key, describe)}`;
    case 'group':
      return `\`{ }\` with ${type.properties.map(({ key: inner, type: of, required }) => `${code(inner)} (${typeText(of, inner, describe)}${required ? ', required' : ''})`).join(', ')}`;
    case 'map':
      return `\`{ }\` with keys of your own${between(undefined, type.max, ' keys')}; values: ${typeText(type.of, key, describe)}`;
    case 'ref':
      return `[${type.kind}](${type.kind}.md)${flowTypes(type)}`;
    case 'word':
      return type.words.map((word) => code(type.then?.[word] ? `${word} "+81…"` : word)).join(' or ');
    case 'type':
      return '[type](README.md#types)';
    case 'either':
      return type.of.map((one) => typeText(one, key, describe)).join(', or ');
    default:
      return describe(type, key).words;
  }
}

function flowTypes(type) {
  const said = type.flowTypes ?? Object.values(type.flowTypesBeside ?? {}).flat();
  return said.length === 0 ? '' : ` of type ${said.map((type) => code(wordOfFlowType(type))).join(' or ')}`;
}

function between(min, max, unit) {
  if (max !== undefined) return `, ${min ?? 0} to ${max}${unit}`;
  return min === undefined || min <= 1 ? '' : `, at least ${min}${unit}`;
}

function clauseParts(clause, describe) {
  const operand = clause.operand === undefined ? '' : ` ${clause.operand.name}`;
  const limit = clause.limit === undefined ? '' : ` At most ${clause.limit.max} (${clause.limit.source}).`;
  const days = clause.days ? ' Days are keys here too.' : '';
  return [
    `### \`${clause.word}${operand} { … }\``,
    `${clause.doc}${limit}${days}`,
    propertyTable(clause.properties, describe),
  ];
}

function ruleText(rule) {
  switch (rule.rule) {
    case 'exactly one':
      return `Exactly one of ${rule.keys.map(code).join(', ')}.`;
    case 'at most one':
      return `Not both ${rule.keys.map(code).join(' and ')}.`;
    default:
      return `${code(rule.key)} needs ${code(rule.needs)} beside it.`;
  }
}

/** Who points at whom, both ways, as Connect's model has it. */
function relationsOf(model, models) {
  const of = (owner) => [
    ...(owner.target === undefined ? [] : refs(owner.target.key, owner.target.type, '->')),
    ...owner.properties.flatMap((property) => refs(property.key, property.type, property.required ? 'required' : '')),
    ...owner.clauses.flatMap((clause) =>
      clause.operand === undefined ? [] : refs(clause.word, clause.operand.type, 'many'),
    ),
  ];
  const line = (owner, ref) => [
    `[${owner.kind}](${owner.kind}.md)`,
    `[${ref.to}](${ref.to}.md)`,
    ref.many ? 'N:M' : ref.how === 'required' ? 'N:1, exactly one' : 'N:1',
    code(ref.how === '->' ? `-> ${ref.key}` : ref.key),
  ];
  const own = of(model).map((ref) => line(model, ref));
  const others = models
    .filter((other) => other !== model)
    .flatMap((other) =>
      of(other)
        .filter((ref) => ref.to === model.kind)
        .map((ref) => line(other, ref)),
    );
  return [...own, ...others];
}

function refs(key, type, how) {
  if (type.is === 'ref') return [{ key, to: type.kind, many: how === 'many', how }];
  if (type.is === 'list') return refs(key, type.of, 'many');
  if (type.is === 'group') {
    return type.properties.flatMap((inner) => refs(`${key}.${inner.key}`, inner.type, inner.required ? how : ''));
  }
  return [];
}

function apiText(model) {
  const { list, listed, nameMember, describe, create, update, delete: remove } = model.api;
  const lines = [];
  if (list !== undefined) {
    // An item that is no object is told by what its text says.
    const by = nameMember === '' ? ` by the ${listed.name}` : nameMember === undefined ? '' : ` by ${code(nameMember)}`;
    lines.push(`- Found with ${code(list)}${by}.`);
  }
  if (describe !== undefined) lines.push(`- Read with ${code(describe)}.`);
  if (create !== undefined) lines.push(`- Created with ${code(create)}.`);
  if (update.length > 0) lines.push(`- Updated with ${update.map(code).join(', ')}.`);
  if (remove !== undefined) lines.push(`- ${code(remove)} exists; flowc never calls it.`);
  if (model.arn.template.includes('arn:')) lines.push(`- ARN: ${code(model.arn.template)}`);
  return lines.length === 0 ? undefined : lines.join('\n');
}
