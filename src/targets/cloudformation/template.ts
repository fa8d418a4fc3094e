/** A project as a CloudFormation template. */
import type { Named } from '../../check/program.ts';
import type { ParsedProject } from '../../compiler.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import { openCircles, type Circle } from '../circles.ts';
import { placeholderOf } from '../../deploy/publish/placeholder.ts';
import { targetProject, type Managed, type TargetProject } from '../project.ts';
import { edgesOf, mapTexts, outsideOf, referencesIn, withoutTexts } from '../references.ts';
import { objectAt, textAt } from '../../text/json-members.ts';
import { members } from '../said.ts';
import { documentText, sayWanted, type TargetOptions, type TargetOutput } from '../target.ts';
import { makeTokens, type Reference, type Tokens } from '../tokens.ts';
import { KINDS, type ResourceKind } from './kinds.ts';
import { aliasOf, versionOf } from './module-versions.ts';
import { logicalId } from './names.ts';
import { notesOn } from './notes.ts';
import { templateText, type Spelling } from './text.ts';

/** A thing that is a resource of the template, with stand-ins in its properties. */
export interface Resource {
  readonly thing: Managed;
  readonly id: string;
  readonly kind: ResourceKind;
  readonly properties: JsonObject;
}

/** What the parts of the template are written with. */
export interface Template {
  readonly project: TargetProject;
  readonly tokens: Tokens;
  readonly resources: readonly Resource[];
  readonly byNamed: ReadonlyMap<Named, Resource>;
  /** What each thing is given only after the first deployment. */
  readonly cut: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  readonly circles: readonly Circle<Resource>[];
  /** Things of the instance that the resources refer to, each once. */
  readonly outside: readonly Named[];
  readonly moduleAlias: string | undefined;
}

/** Writes the template. The same source gives the same bytes. */
export function cloudFormation(parsed: ParsedProject, options: TargetOptions = {}): TargetOutput {
  const { only, moduleAlias } = options;
  const tokens = makeTokens({ latestModules: moduleAlias === undefined });
  const project = targetProject(parsed, tokens, only);
  const resources = project.managed.flatMap((thing): Resource[] => {
    const kind = KINDS[thing.kind];
    return kind === undefined
      ? []
      : [{ thing, id: logicalId(thing.named), kind, properties: propertiesOf(thing, kind) }];
  });
  const byNamed = new Map(resources.map((resource) => [resource.thing.named, resource]));
  const { cut, circles, closed } = openCircles(resources, edgesOf(resources, byNamed, tokens));
  const outside = outsideOf(resources, byNamed, tokens);
  const template: Template = { project, tokens, resources, byNamed, cut, circles, outside, moduleAlias };
  const document = documentOf(template);
  return {
    file: 'template.json',
    document,
    resources: Object.keys(objectAt(document, 'Resources')).length,
    notes: notesOn(template, document, documentText(document)),
    refused: [
      ...closed.map(({ path }) => `these refer to each other in a circle: ${path.map(({ id }) => id).join(', ')}`),
      ...repeated(resources).map((id) => `several things would have the logical id ${id}; give one another name`),
    ],
    diagnostics: project.diagnostics,
  };
}

function propertiesOf(thing: Managed, kind: ResourceKind): JsonObject {
  const tags = Object.entries(objectAt(thing.data, 'tags'));
  const { description = kind.description === 'needed' ? thing.named.display : undefined } = thing;
  return members({
    InstanceArn: { Ref: 'InstanceArn' },
    ...kind.properties(thing),
    Description: kind.description === 'none' ? undefined : description,
    Tags: tags.length === 0 ? undefined : tags.map(([Key, Value]) => ({ Key, Value })),
  });
}

function repeated(resources: readonly Resource[]): readonly string[] {
  const ids = resources.map(({ id }) => id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

// ---------------------------------------------------------------------------------------------------------- the document

function documentOf(template: Template): JsonObject {
  const late = lateOnes(template);
  return members({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Amazon Connect flows and what they speak of. Made by flowc: change the source, not this file.',
    Parameters: {
      InstanceArn: {
        Type: 'String',
        Description: 'ARN of the Amazon Connect instance',
        AllowedPattern: '^arn:[^:]+:connect:[^:]+:[0-9]{12}:instance/[A-Za-z0-9-]+$',
      },
      ...Object.fromEntries(byKey(template.outside.map((named) => [logicalId(named), outsideParameter(named)]))),
      ...Object.fromEntries(byKey(passwords(template).map(({ parameter }) => [parameter, PASSWORD]))),
      ...Object.fromEntries(byKey(late.map((resource) => [lateParameter(resource), lateArn(resource)]))),
    },
    Conditions: conditionsOf(template, late),
    Resources: Object.fromEntries(template.resources.flatMap((resource) => resourcesOf(resource, template))),
    Outputs: outputsOf(template, late),
  });
}

function resourcesOf(resource: Resource, template: Template): [string, Json][] {
  const { id, kind, properties, thing } = resource;
  const said = Object.entries(properties).map(([key, value]): [string, Json] => [
    key,
    propertyOf(resource, key, value, template),
  ]);
  if (thing.kind === 'user') {
    const { condition, parameter } = passwordOf(resource);
    said.push(['Password', { 'Fn::If': [condition, { Ref: parameter }, NO_VALUE] }]);
  }
  const written: [string, Json] = [id, { Type: kind.type, Properties: Object.fromEntries(said) }];
  if (thing.kind !== 'module' || template.moduleAlias === undefined) return [written];
  const version = versionOf(resource);
  return [written, version, aliasOf(resource, version[0], template.moduleAlias)];
}

/** A property; one that speaks of what is known only later says less until it is. */
function propertyOf(resource: Resource, key: string, value: Json, template: Template): Json {
  const late = template.cut.get(resource);
  const say = (json: Json) => mapTexts(json, (text) => sayText(text, resource, template));
  if (late === undefined || !resource.kind.optional.includes(key)) return say(value);
  const lateNames = new Set([...late].map(({ thing }) => thing.named));
  const isLate = (text: string) => referencesIn(text, template.tokens).some(({ to }) => lateNames.has(to));
  const waitedFor = [...late].filter(({ thing: { named } }) =>
    referencesIn(value, template.tokens).some(({ to }) => to === named),
  );
  if (waitedFor.length === 0) return say(value);
  const { flow } = resource.thing;
  const less = flow === undefined ? withoutTexts(value, isLate) : placeholderOf(flow.type);
  const until = less === undefined ? NO_VALUE : say(less);
  return waitedFor.reduceRight<Json>(
    (known, target) => ({ 'Fn::If': [lateCondition(target), known, until] }),
    say(value),
  );
}

function sayText(text: string, from: Resource, template: Template): Json {
  return templateText(template.tokens.split(text), (reference) => spellingOf(reference, from, template));
}

function spellingOf({ to }: Reference, from: Resource, { byNamed, cut, moduleAlias }: Template): Spelling {
  const target = byNamed.get(to);
  if (target === undefined) return outsideSpelling(to);
  if (cut.get(from)?.has(target)) return parameterSpelling(lateParameter(target));
  if (to.kind === 'module' && moduleAlias !== undefined) {
    return attributeSpelling(`${target.id}Alias`, 'ContactFlowModuleAliasARN');
  }
  return attributeSpelling(target.id, target.kind.arn);
}

function attributeSpelling(id: string, attribute: string): Spelling {
  return { inText: `\${${id}.${attribute}}`, alone: { 'Fn::GetAtt': [id, attribute] } };
}

function parameterSpelling(parameter: string): Spelling {
  return { inText: `\${${parameter}}`, alone: { Ref: parameter } };
}

const NO_VALUE: JsonObject = { Ref: 'AWS::NoValue' };

// ------------------------------------------------------------------------------------------------ things of the instance

/** Functions are found by name, in the account and Region of the stack, so that one template does for many instances. */
function outsideSpelling(named: Named): Spelling {
  const parameter = logicalId(named);
  if (named.kind !== 'lambda') return parameterSpelling(parameter);
  const arn = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:\${${parameter}}`;
  return { inText: arn, alone: { 'Fn::Sub': arn } };
}

function outsideParameter(named: Named): JsonObject {
  if (named.kind !== 'lambda') return { Type: 'String', Description: sayWanted(named), AllowedPattern: '.+' };
  const isName = /^[A-Za-z0-9_:-]{1,140}$/.test(named.display);
  return members({
    Type: 'String',
    Description: `Name of the Lambda function “${named.display}”, in the account and Region of the stack`,
    AllowedPattern: '^[A-Za-z0-9_:-]{1,140}$',
    Default: isName ? named.display : undefined,
  });
}

// ------------------------------------------------------------------------------------------------------------- passwords

const PASSWORD: JsonObject = {
  Type: 'String',
  NoEcho: true,
  Default: '',
  Description: 'First password of the user, where the instance keeps passwords itself; empty where it does not',
};

interface Password {
  readonly parameter: string;
  readonly condition: string;
}

function passwordOf({ id }: Resource): Password {
  return { parameter: `${id}Password`, condition: `${id}HasPassword` };
}

function passwords({ resources }: Template): readonly Password[] {
  return resources.filter(({ thing }) => thing.kind === 'user').map(passwordOf);
}

// --------------------------------------------------------------------------------------------------------------- circles

/** What is referred to late, in the order of the template. */
function lateOnes({ resources, cut }: Template): readonly Resource[] {
  const late = new Set([...cut.values()].flatMap((targets) => [...targets]));
  return resources.filter((resource) => late.has(resource));
}

function lateParameter({ id }: Resource): string {
  return `${id}Arn`;
}

function lateCondition({ id }: Resource): string {
  return `${id}IsKnown`;
}

function lateArn(resource: Resource): JsonObject {
  const { named } = resource.thing;
  return {
    Type: 'String',
    Default: '',
    Description: `${sayWanted(named)}, which closes a circle. Empty at first; then the output ${lateParameter(resource)}`,
  };
}

function conditionsOf(template: Template, late: readonly Resource[]): JsonObject | undefined {
  const isSaid = (parameter: string): Json => ({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: parameter }, ''] }] });
  const conditions: [string, Json][] = [
    ...passwords(template).map(({ parameter, condition }): [string, Json] => [condition, isSaid(parameter)]),
    ...late.map((resource): [string, Json] => [lateCondition(resource), isSaid(lateParameter(resource))]),
  ];
  return conditions.length === 0 ? undefined : Object.fromEntries(byKey(conditions));
}

/** What has to be known outside: what closes circles, and the flows that numbers are to lead to. */
function outputsOf(template: Template, late: readonly Resource[]): JsonObject | undefined {
  const { project, resources } = template;
  const led = new Set(
    project.managed.filter(({ kind }) => kind === 'number').map(({ data }) => textAt(data, 'flow')?.normalize('NFC')),
  );
  const wanted = resources.filter(
    (resource) =>
      late.includes(resource) ||
      (resource.thing.kind === 'flow' && led.has(resource.thing.named.name.normalize('NFC'))),
  );
  if (wanted.length === 0) return undefined;
  return Object.fromEntries(
    wanted.map(({ id, kind, thing }) => [
      `${id}Arn`,
      { Description: sayWanted(thing.named), Value: { 'Fn::GetAtt': [id, kind.arn] } },
    ]),
  );
}

function byKey(entries: readonly (readonly [string, Json])[]): readonly (readonly [string, Json])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
