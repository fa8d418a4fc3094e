/** Configurations keep to the schemas of their resources, and applied they say exactly what the compiler says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNames } from '../../src/check/names.ts';
import type { Named } from '../../src/check/program.ts';
import { compile, parseProject } from '../../src/compiler.ts';
import { violations } from '../../src/targets/schema.ts';
import { documentText } from '../../src/targets/target.ts';
import { terraform } from '../../src/targets/terraform/configuration.ts';
import { resourceName, variableName } from '../../src/targets/terraform/names.ts';
import { isInterpolated, SCHEMAS } from '../../src/targets/terraform/schema.ts';
import { templateText, textExpression } from '../../src/targets/terraform/text.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import type { SourceText } from '../../src/text/text.ts';
import { apply } from './evaluate-terraform.ts';
import { arnOf, environment, idOf, INSTANCE_ARN } from './instance.ts';
import { CIRCLES, EVERYTHING, projects, withDigits } from './projects.ts';
import { runs } from '../runs.ts';

/** Applies a configuration to the instance of these tests, with every variable that it asks for. */
function applied(
  sources: readonly SourceText[],
  configuration: JsonObject,
  circlesClosed = true,
): ReadonlyMap<string, JsonObject> {
  const names = [...allNames(compile(sources).program)];
  const variables = names.map((named): [string, string] => [
    variableName(named),
    named.kind === 'lambda' ? named.display : arnOf(named),
  ]);
  return apply(configuration, {
    variables: {
      ...Object.fromEntries(variables),
      instance_arn: INSTANCE_ARN,
      user_passwords: {},
      circles_closed: circlesClosed,
    },
    attribute: (type, name, attribute) => {
      const schema = SCHEMAS[type];
      if (schema?.attributes.includes(attribute) !== true) throw new Error(`${type} has no ${attribute}`);
      const named = names.find((one) => resourceName(one) === name && typeOf(one) === type);
      if (named === undefined) throw new Error(`there is no ${type}.${name}`);
      return attribute === 'arn' ? arnOf(named) : idOf(named);
    },
  });
}

function typeOf({ kind }: Named): string {
  const others: Readonly<Record<string, string>> = {
    flow: 'contact_flow',
    module: 'contact_flow_module',
    hours: 'hours_of_operation',
  };
  return `aws_connect_${others[kind] ?? kind}`;
}

function configurationOf(sources: readonly SourceText[]): JsonObject {
  const { document, refused, diagnostics } = terraform(parseProject(sources));
  expect(refused).toEqual([]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return document as JsonObject;
}

describe.each(projects)('Terraform: %s', (_, sources) => {
  const configuration = configurationOf(sources);

  it('gives exactly the content that the compiler gives for those ids', () => {
    const found = applied(sources, configuration);
    const { flows, program } = compile(sources, { environment: environment() });
    expect(flows.length).toBeGreaterThan(0);
    for (const flow of flows) {
      const named = [...allNames(program)].find(({ declaration }) => declaration === flow.declaration) as Named;
      const content = found.get(`${typeOf(named)}.${resourceName(named)}`)?.['content'];
      expect(content).toBe(JSON.stringify(flow.emitted().document));
    }
  });

  it('holds arguments that the resources have', () => {
    const found = applied(sources, configuration);
    for (const [type, resources] of Object.entries(configuration['resource'] as Record<string, JsonObject>)) {
      const schema = SCHEMAS[type];
      expect(schema, type).toBeDefined();
      if (schema === undefined) continue;
      for (const [name, resource] of Object.entries(resources)) {
        const { count: _, ...said } = resource as JsonObject;
        expect(violations(schema, withDigits(said), isInterpolated)).toEqual([]);
        const evaluated = withDigits(found.get(`${type}.${name}`) as Json);
        expect(violations(schema, evaluated, () => false)).toEqual([]);
      }
    }
  });

  it('has no circles, and refers only to what is there', () => {
    const resources = configuration['resource'] as Record<string, JsonObject>;
    const locals = configuration['locals'] as Record<string, string>;
    const needs = new Map(
      Object.entries(resources).flatMap(([type, ofType]) =>
        Object.entries(ofType).map(([name, resource]): [string, readonly string[]] => {
          let text = JSON.stringify(resource);
          text += [...text.matchAll(/local\.([\p{ID_Continue}-]+_content)/gu)]
            .map(([, local]) => locals[local ?? ''])
            .join();
          const found = text.matchAll(/(?<!data\.)\b(aws_connect_\w+\.[\p{ID_Continue}-]+)\./gu);
          return [`${type}.${name}`, [...found].map(([, address]) => address ?? '')];
        }),
      ),
    );
    const done = new Set<string>();
    for (let before = -1; before !== done.size;) {
      before = done.size;
      for (const [address, needed] of needs) if (needed.every((one) => done.has(one))) done.add(address);
    }
    expect([...needs.keys()].filter((address) => !done.has(address))).toEqual([]);
  });

  it('bakes in no account and no Region', () => {
    const text = documentText(configuration);
    expect(text).not.toMatch(/arn:aws:(connect|lambda|lex):[a-z]+-[a-z]+-\d/);
    expect(text).not.toMatch(/:\d{12}:/);
  });

  it('is the same bytes twice, whatever order its files are read in', () => {
    const text = documentText(configuration);
    expect(documentText(configurationOf([...sources].reverse()))).toBe(text);
  });
});

describe('Terraform', () => {
  it('leads numbers to their flows, with a provider that can', () => {
    const configuration = configurationOf(EVERYTHING);
    const found = applied(EVERYTHING, configuration).get('aws_connect_phone_number_contact_flow_association.Line');
    const names = [...allNames(compile(EVERYTHING).program)];
    const named = (name: string) => names.find((one) => one.name === name) as Named;
    expect(found).toEqual({
      instance_id: INSTANCE_ARN.replace(/^.*\//, ''),
      phone_number_id: idOf(named('Line')),
      contact_flow_id: idOf(named('Main')),
    });
    expect(documentText(configuration)).toContain('>= 6.6.0');
    expect(documentText(configurationOf(CIRCLES))).toContain('>= 5.0.0');
  });

  it('says less in the first of two runs where things refer to each other in a circle', () => {
    const configuration = configurationOf(CIRCLES);
    const first = applied(CIRCLES, configuration, false);
    expect(String(first.get('aws_connect_contact_flow.Again')?.['content'])).not.toContain('TransferToFlow');
    expect(first.get('aws_connect_queue.Desk')?.['quick_connect_ids']).toHaveLength(1);
    expect(applied(CIRCLES, configuration).get('aws_connect_queue.Desk')?.['quick_connect_ids']).toHaveLength(2);
    const { notes } = terraform(parseProject(CIRCLES));
    expect(notes.filter((note) => note.includes('is a circle'))).toHaveLength(3);
    expect(notes.join('\n')).toContain('-var circles_closed=false');
  });

  it('leads no number to a flow that may still be a placeholder', () => {
    const number = { path: 'number.flow', text: 'number Line "+441632960009" -> A\n' };
    const configuration = configurationOf([...CIRCLES, number]);
    const address = 'aws_connect_phone_number_contact_flow_association.Line';
    expect(applied([...CIRCLES, number], configuration, false).has(address)).toBe(false);
    expect(applied([...CIRCLES, number], configuration).has(address)).toBe(true);
  });

  it('tells what it has no resources and no arguments for', () => {
    const told = terraform(parseProject(EVERYTHING)).notes.join('\n');
    expect(told).toContain('no resource for prompt “music.wav”, agent_status “Lunch”');
    for (const key of ['override', 'closed', 'cross_channel', 'longest_idle_by', 'mobile', 'persistent_connection']) {
      expect(told).toContain(`has nothing for ${key}`);
    }
    expect(told).toContain('aws_connect_contact_flow_module has nothing for input, returns and branches');
  });

  it('keeps passwords out: one sensitive variable, empty by default', () => {
    const configuration = configurationOf(EVERYTHING);
    const variables = configuration['variable'] as Record<string, JsonObject>;
    expect(variables['user_passwords']).toMatchObject({ sensitive: true, default: {} });
    expect(applied(EVERYTHING, configuration).get('aws_connect_user.Boss')).not.toHaveProperty('password');
  });

  it('gives every text back as it is, whatever signs stand in it and before references', () => {
    const odd = fc.string({
      unit: fc.constantFrom('$', '%', '{', '}', '"', '\\', '~', 'a', '\n', 'あ'),
      maxLength: 12,
    });
    const reference = { to: {} as Named, form: 'arn' } as const;
    const value = (text: string) =>
      [...apply({ resource: { t: { n: { v: text } } } }, { variables: {}, attribute: () => '<arn>' }).values()][0]?.[
        'v'
      ];
    const expression = () => 'aws_x.y.arn';
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), (texts) => {
        const pieces = texts
          .flatMap((text, i) => (i === 0 ? [text] : [reference, text]))
          .filter((piece) => piece !== '');
        fc.pre(pieces.length > 0);
        const expected = texts.join('<arn>');
        expect(value(templateText(pieces, expression))).toBe(expected);
        expect(value(`\${${textExpression(pieces, expression)}}`)).toBe(expected);
      }),
      { numRuns: runs(500) },
    );
  });
});
