/** Templates keep to the schemas of their resources, and deployed they say exactly what the compiler says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNames } from '../../src/check/names.ts';
import type { Named } from '../../src/check/program.ts';
import { compile, parseProject } from '../../src/compiler.ts';
import { entityData } from '../../src/check/data.ts';
import { codecFor } from '../../src/deploy/kinds/index.ts';
import { isIntrinsic, SCHEMAS } from '../../src/targets/cloudformation/schema.ts';
import { templateText } from '../../src/targets/cloudformation/text.ts';
import { cloudFormation } from '../../src/targets/cloudformation/template.ts';
import { logicalId } from '../../src/targets/cloudformation/names.ts';
import { violations } from '../../src/targets/schema.ts';
import { documentText } from '../../src/targets/target.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';
import type { SourceText } from '../../src/text/text.ts';
import { dependencies, deploy } from './evaluate-cloudformation.ts';
import { arnOf, environment, INSTANCE_ARN } from './instance.ts';
import { CIRCLES, EVERYTHING, projects, withDigits } from './projects.ts';
import { runs } from '../runs.ts';

/** Deploys a template to the instance of these tests, with every parameter that it asks for. */
function deployed(
  sources: readonly SourceText[],
  template: JsonObject,
  isSecond = true,
): ReadonlyMap<string, JsonObject> {
  const { program } = compile(sources);
  const byId = new Map<string, Named>([...allNames(program)].map((named) => [logicalId(named), named]));
  const parameters = Object.keys(template['Parameters'] as JsonObject).flatMap((name): [string, string][] => {
    if (name === 'InstanceArn') return [[name, INSTANCE_ARN]];
    const outside = byId.get(name);
    if (outside !== undefined) return [[name, outside.kind === 'lambda' ? outside.display : arnOf(outside)]];
    const late = byId.get(name.replace(/Arn$/, ''));
    return late === undefined || !isSecond ? [] : [[name, arnOf(late)]];
  });
  return deploy(template, {
    parameters: Object.fromEntries(parameters),
    attribute: (id, attribute) => {
      const named = byId.get(id) ?? byId.get(id.replace(/Alias$/, ''));
      if (named === undefined) return `${id}.${attribute}`; // versions are numbers that only CloudFormation knows
      return arnOf(named) + (id.endsWith('Alias') && attribute === 'ContactFlowModuleAliasARN' ? ':live' : '');
    },
  });
}

function templateOf(sources: readonly SourceText[], moduleAlias?: string): JsonObject {
  const { document, refused, diagnostics } = cloudFormation(parseProject(sources), { moduleAlias });
  expect(refused).toEqual([]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return document as JsonObject;
}

describe.each(projects)('CloudFormation: %s', (_, sources) => {
  const template = templateOf(sources);

  it('gives exactly the content that the compiler gives for those ids', () => {
    const found = deployed(sources, template);
    const { flows, program } = compile(sources, { environment: environment() });
    expect(flows.length).toBeGreaterThan(0);
    for (const flow of flows) {
      const named = [...allNames(program)].find(({ declaration }) => declaration === flow.declaration);
      const content = found.get(logicalId(named as Named))?.['Content'];
      expect(content).toBe(JSON.stringify(flow.emitted().document));
    }
  });

  it('holds properties that the resources have', () => {
    const found = deployed(sources, template);
    for (const [id, resource] of Object.entries(template['Resources'] as Record<string, JsonObject>)) {
      const schema = SCHEMAS[String(resource['Type'])];
      expect(schema, String(resource['Type'])).toBeDefined();
      if (schema === undefined) continue;
      const masked = withDigits(resource['Properties'] as Json);
      expect(violations(schema, masked, isIntrinsic)).toEqual([]);
      expect(violations(schema, withDigits(found.get(id) as Json), () => false)).toEqual([]);
    }
  });

  it('has no circles, and refers only to what is there', () => {
    const needs = dependencies(template);
    const done = new Set<string>();
    for (let before = -1; before !== done.size;) {
      before = done.size;
      for (const [id, needed] of needs) if ([...needed].every((one) => done.has(one))) done.add(id);
    }
    expect([...needs.keys()].filter((id) => !done.has(id))).toEqual([]);
  });

  it('bakes in no account and no Region', () => {
    const text = documentText(template);
    expect(text).not.toMatch(/arn:aws:(connect|lambda|lex):[a-z]+-[a-z]+-\d/);
    expect(text).not.toMatch(/:\d{12}:/);
  });

  it('is the same bytes twice, whatever order its files are read in', () => {
    const text = documentText(template);
    expect(documentText(templateOf([...sources].reverse()))).toBe(text);
  });
});

describe('CloudFormation', () => {
  it('takes things of files that were not asked for by parameters', () => {
    const only = ({ path }: SourceText) => path === 'flows.flow';
    const { document } = cloudFormation(parseProject(EVERYTHING), { only });
    const { Parameters, Resources } = document as Record<string, JsonObject>;
    expect(Object.keys(Resources ?? {}).sort()).toEqual(['FlowMain', 'FlowToUser', 'FlowWhisper', 'ModuleVerify']);
    expect(Object.keys(Parameters ?? {}).sort()).toEqual(
      ['InstanceArn', 'LambdaLook', logicalId({ kind: 'queue', name: 'Front desk' }), 'ViewForm'].sort(),
    );
  });

  it('leads flows to modules by an alias, which leads to a version of what they say now', () => {
    const template = templateOf(EVERYTHING, 'live');
    const resources = template['Resources'] as Record<string, JsonObject>;
    const [version, ...others] = Object.keys(resources).filter((id) => id.startsWith('ModuleVerifyVersion'));
    expect(others).toEqual([]);
    expect(resources[version ?? '']).toMatchObject({ DeletionPolicy: 'Retain' });
    const found = deployed(EVERYTHING, template);
    expect(found.get('ModuleVerifyAlias')).toEqual({
      ContactFlowModuleId: arnOf(namedIn(EVERYTHING, 'Verify')),
      ContactFlowModuleVersion: `${version}.Version`,
      Name: 'live',
    });
    const main = compile(EVERYTHING, { environment: environment('live') }).flows.find(({ name }) => name === 'Main');
    expect(found.get('FlowMain')?.['Content']).toBe(JSON.stringify(main?.emitted().document));
    const changed = EVERYTHING.map((one) => ({ ...one, text: one.text.replace('play "changed"', 'play "again"') }));
    const next = Object.keys(templateOf(changed, 'live')['Resources'] as JsonObject);
    expect(next.filter((id) => id.startsWith('ModuleVerifyVersion'))).not.toEqual([version]);
  });

  it('says less in the first of two deployments where things refer to each other in a circle', () => {
    const template = templateOf(CIRCLES);
    const { notes } = cloudFormation(parseProject(CIRCLES));
    const circles = notes.filter((note) => note.includes('is a circle'));
    expect(circles).toHaveLength(3);
    expect(circles.join('\n')).toContain('flow “A” → flow “B” → flow “A”');
    expect(circles.join('\n')).toContain('flow “Again” → flow “Again”');
    const first = deployed(CIRCLES, template, false);
    expect(String(first.get('FlowAgain')?.['Content'])).not.toContain('TransferToFlow');
    expect(String(first.get('FlowAgain')?.['Content'])).toContain('DisconnectParticipant');
    expect(first.get('QueueDesk')?.['QuickConnectArns']).toEqual([arnOf(namedIn(CIRCLES, 'Outside'))]);
    const second = deployed(CIRCLES, template);
    expect(second.get('QueueDesk')?.['QuickConnectArns']).toEqual([
      arnOf(namedIn(CIRCLES, 'ToDesk')),
      arnOf(namedIn(CIRCLES, 'Outside')),
    ]);
    const outputs = Object.keys(template['Outputs'] as JsonObject);
    const parameters = Object.keys(template['Parameters'] as JsonObject);
    expect(parameters.filter((name) => name !== 'InstanceArn').sort()).toEqual(outputs.sort());
  });

  it('has overrides of hours under the names that publishing gives them', () => {
    const template = templateOf(EVERYTHING);
    const properties = deployed(EVERYTHING, template).get('HoursOpen') as JsonObject;
    const named = namedIn(EVERYTHING, 'Open');
    const codec = codecFor('hours');
    const data = entityData(named);
    const resource = {
      kind: 'hours',
      name: named.display,
      settings: codec?.complete(data, named.display) ?? {},
    } as const;
    const calls = codec?.create(resource, () => 'id') ?? [];
    const published = calls
      .filter(({ operation }) => operation === 'CreateHoursOfOperationOverride')
      .map(({ input }) =>
        [input['Name'], input['EffectiveFrom'], input['EffectiveTill'], input['OverrideType']].join(),
      );
    const written = (properties['HoursOfOperationOverrides'] as readonly JsonObject[]).map((one) =>
      [one['OverrideName'], one['EffectiveFrom'], one['EffectiveTill'], one['OverrideType']].join(),
    );
    expect(published.length).toBeGreaterThan(4);
    expect(written.sort()).toEqual(published.sort());
  });

  it('keeps passwords out: a parameter that is not echoed, and none by default', () => {
    const template = templateOf(EVERYTHING);
    expect((template['Parameters'] as Record<string, JsonObject>)['UserBossPassword']).toMatchObject({
      NoEcho: true,
      Default: '',
    });
    expect(deployed(EVERYTHING, template).get('UserBoss')).not.toHaveProperty('Password');
  });

  it('gives every text back as it is, whatever signs stand in it and before references', () => {
    const odd = fc.string({ unit: fc.constantFrom('$', '{', '}', '!', 'R', '.', '\\', '"', 'あ'), maxLength: 12 });
    const reference = { to: {} as Named, form: 'arn' } as const;
    const spelling = () => ({ inText: '${R.Arn}', alone: { 'Fn::GetAtt': ['R', 'Arn'] } });
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), (texts) => {
        const pieces = texts.flatMap((text, i) => (i === 0 ? [text] : [reference, text])).filter((one) => one !== '');
        fc.pre(pieces.length > 0);
        const template = { Resources: { R: { Properties: { Value: templateText(pieces, spelling) } } } };
        const found = deploy(template, { parameters: {}, attribute: () => '<arn>' });
        expect(found.get('R')?.['Value']).toBe(texts.join('<arn>'));
      }),
      { numRuns: runs(500) },
    );
  });

  it('tells what it cannot do', () => {
    const { notes } = cloudFormation(parseProject(EVERYTHING));
    expect(notes.join('\n')).toContain('CloudFormation cannot lead a number to its flow: number “+441632960004”');
    const pinned = {
      path: 'p.flow',
      text: 'inbound flow P { on error -> next\n transfer to flow Q\n }\nexisting flow Q = "arn:aws:connect:us-east-1:000000000000:instance/i/contact-flow/q"',
    };
    const told = cloudFormation(parseProject([pinned]));
    expect(told.notes.join('\n')).toContain('flow “Q”: the source says an ARN');
    expect(documentText(told.document)).toContain('instance/i/contact-flow/q');
    const resolving = { path: 'r.flow', text: 'inbound flow R { play "{{resolve:ssm:/x}}"\n disconnect }' };
    expect(cloudFormation(parseProject([resolving])).notes.join('\n')).toContain('{{resolve:…}}');
  });

  it('tells when the template is more than CloudFormation takes', () => {
    const text = Array.from({ length: 501 }, (_, i) => `inbound flow F${i} { disconnect }`).join('\n');
    const { notes } = cloudFormation(parseProject([{ path: 'many.flow', text }]));
    expect(notes.join('\n')).toContain('The template has 501 resources; CloudFormation takes 500.');
    expect(notes.join('\n')).toMatch(/The template has \d+ bytes, more than a request takes \(51200\)/);
  });
});

function namedIn(sources: readonly SourceText[], name: string): Named {
  const named = [...allNames(compile(sources).program)].find((one) => one.name === name);
  if (named === undefined) throw new Error(`there is no ${name}`);
  return named;
}
