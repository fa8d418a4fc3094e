/** The service's operations that the local instance serves, taken out of the description of all of them. */

/** Operations by group of the description; where a list stands, only those. */
const SERVED = {
  flow: 'all',
  'flow-version': 'all',
  'flow-module': 'all',
  'flow-module-alias': 'all',
  'flow-module-version': 'all',
  tag: 'all',
  queue: [
    'CreateQueue',
    'DeleteQueue',
    'DescribeQueue',
    'ListQueues',
    'SearchQueues',
    'UpdateQueueMaxContacts',
    'UpdateQueueName',
    'UpdateQueueOutboundCallerConfig',
    'UpdateQueueOutboundEmailConfig',
    'UpdateQueueStatus',
  ],
  'hours-of-operation': 'all',
  'routing-profile': 'all',
  user: [
    'AssociateUserProficiencies',
    'CreateUser',
    'CreateUserHierarchyGroup',
    'DeleteUser',
    'DeleteUserHierarchyGroup',
    'DescribeUser',
    'DescribeUserHierarchyGroup',
    'DescribeUserHierarchyStructure',
    'DisassociateUserProficiencies',
    'ListUserHierarchyGroups',
    'ListUserProficiencies',
    'ListUsers',
    'SearchUserHierarchyGroups',
    'SearchUsers',
    'UpdateUserConfig',
    'UpdateUserHierarchy',
    'UpdateUserHierarchyGroupName',
    'UpdateUserHierarchyStructure',
    'UpdateUserIdentityInfo',
    'UpdateUserPhoneConfig',
    'UpdateUserProficiencies',
  ],
  'security-profile': 'all',
  'quick-connect': 'all',
  prompt: 'all',
  'phone-number': [
    'AssociatePhoneNumberContactFlow',
    'ClaimPhoneNumber',
    'DescribePhoneNumber',
    'DisassociatePhoneNumberContactFlow',
    'ListPhoneNumbers',
    'ListPhoneNumbersV2',
    'ReleasePhoneNumber',
    'SearchAvailablePhoneNumbers',
    'UpdatePhoneNumber',
    'UpdatePhoneNumberMetadata',
  ],
  'flow-association': 'all',
  lambda: 'all',
  'lex-bot': 'all',
  'integration-association': [
    'CreateIntegrationAssociation',
    'DeleteIntegrationAssociation',
    'ListIntegrationAssociations',
  ],
  view: 'all',
  'agent-status': 'all',
  instance: [
    'DescribeInstance',
    'DescribeInstanceAttribute',
    'ListInstanceAttributes',
    'ListInstances',
    'UpdateInstanceAttribute',
  ],
  'predefined-attribute': 'all',
  'task-template': [
    'CreateTaskTemplate',
    'DeleteTaskTemplate',
    'GetTaskTemplate',
    'ListTaskTemplates',
    'UpdateTaskTemplate',
  ],
  'data-table': [
    'CreateDataTable',
    'DeleteDataTable',
    'DescribeDataTable',
    'ListDataTableAttributes',
    'ListDataTables',
    'SearchDataTables',
  ],
};

/** Files (path → text) for `description`, the parsed JSON. One operation and one shape to a line. */
export function serviceModelFiles({ operations, shapes }) {
  const served = Object.entries(operations)
    .filter(
      ([name, { group }]) => Object.hasOwn(SERVED, group) && (SERVED[group] === 'all' || SERVED[group].includes(name)),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const table = new Map();
  const errors = new Map();
  const need = (name, from) => {
    if (table.has(name)) return name;
    // Of plain texts the description has the limits where they are used.
    const shape =
      shapes[name]?.kind === 'simple' && from ? { ...shapes[name], ...limits(from) } : (shapes[name] ?? from);
    if (shape === undefined) throw new Error(`no shape ${name}`);
    table.set(name, undefined);
    table.set(name, shapeOf(shape, need));
    return name;
  };
  for (const [, operation] of served) {
    if (operation.code !== 200) throw new Error('an answer with another status than 200');
    if (operation.request) need(operation.request);
    if (operation.response) need(operation.response);
    for (const name of operation.errors) {
      if (errors.has(name)) continue;
      const { httpStatus, members } = shapes[name];
      errors.set(name, { status: httpStatus, members: membersOf(members, need) });
    }
  }
  return [
    [
      'src/connect/local/model/operations.generated.ts',
      file(
        'operations',
        'Operations of the service: name, and `OperationModel` as JSON.',
        served.map(([name, o]) => [name, operationOf(o)]),
      ),
    ],
    [
      'src/connect/local/model/shapes.generated.ts',
      file('shapes', 'Shapes of what travels: name, and `Shape` as JSON.', sorted(table)),
    ],
    [
      'src/connect/local/model/errors.generated.ts',
      file('errors', 'Error types of the service: name, and `ErrorModel` as JSON.', sorted(errors)),
    ],
  ];
}

function operationOf({ method, uri, request, response, errors, pagination }) {
  return {
    method,
    uri,
    ...(request ? { request } : {}),
    ...(response ? { response } : {}),
    errors,
    ...(pagination ? { paging: pagination } : {}),
  };
}

function shapeOf(shape, need) {
  switch (shape.kind) {
    case 'structure':
    case 'union':
    case 'error':
      return { is: shape.kind === 'union' ? 'union' : 'structure', members: membersOf(shape.members, need) };
    case 'list':
      return { is: 'list', of: need(shape.member, plain(shape.member)), ...limits(shape) };
    case 'map':
      return { is: 'map', of: need(shape.value, plain(shape.value)), ...limits(shape) };
    default:
      return { is: shape.type, ...limits(shape) };
  }
}

function membersOf(members, need) {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      {
        of: need(member.shape, shapeOfMember(member)),
        ...(member.required ? { required: true } : {}),
        ...(member.in ? { in: member.in } : {}),
        ...(member.wire && member.wire !== name ? { wire: member.wire } : {}),
        ...(member.idempotencyToken ? { token: true } : {}),
      },
    ]),
  );

  /** Members say the limits of their texts and numbers themselves, and those of the elements of lists and maps. */
  function shapeOfMember({ type, elem, ...member }) {
    const container = /^(list|map)<(?:string,)?(\w+)>$/.exec(type);
    if (container === null) return { kind: 'simple', type, ...limits(member) };
    const [, kind, value] = container;
    const { shape, ...rest } = elem;
    need(shape, { kind: 'simple', type: value, ...limits(rest) });
    return kind === 'list' ? { kind, member: shape, ...limits(member) } : { kind, value: shape, ...limits(member) };
  }
}

function plain(name) {
  return ['string', 'number', 'boolean'].includes(name) ? { kind: 'simple', type: name } : undefined;
}

function limits({ min, max, pattern, enum: words }) {
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pattern === undefined ? {} : { pattern: meant(pattern, max) }),
    ...(words === undefined ? {} : { enum: words }),
  };
}

/**
 * Patterns as they are meant: the service's model has some with every backslash twice, one between slashes, and one of a
 * single character for hashes of 64.
 */
function meant(pattern, max) {
  const text = pattern.replaceAll('\\\\', '\\').replace(/^\/(.*)\/$/, '$1');
  return text === '^[a-zA-Z0-9]$' ? `^[a-zA-Z0-9]{${max}}$` : text;
}

function sorted(map) {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A text with a line for each: most of it is never needed, and what is is parsed then. */
function file(name, doc, entries) {
  const lines = entries.map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  if (lines.some((line) => /`|\$\{/.test(line))) throw new Error('what a template literal would not leave alone');
  return [
    '/** Generated by scripts/generate-service-model.mjs. */',
    '',
    `/** ${doc} */`,
    `export const ${name} = String.raw\``,
    ...lines,
    '`;',
    '',
  ].join('\n');
}
