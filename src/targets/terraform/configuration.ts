/** A project as JSON configuration of Terraform: a folder with one file, which is a module for others to call. */
import type { Named } from '../../check/program.ts';
import type { ParsedProject } from '../../compiler.ts';
import type { Json, JsonObject } from '../../text/json.ts';
import { openCircles, type Circle } from '../circles.ts';
import { placeholderOf } from '../../deploy/publish/placeholder.ts';
import { targetProject, type Managed, type TargetProject } from '../project.ts';
import { edgesOf, mapTexts, outsideOf, referencesIn } from '../references.ts';
import { objectAt } from '../../text/json-members.ts';
import { members } from '../said.ts';
import { sayAll, sayWanted, type TargetOptions, type TargetOutput } from '../target.ts';
import { makeTokens, type Reference, type Tokens } from '../tokens.ts';
import { KINDS, type ResourceKind } from './kinds.ts';
import { resourceName, variableName } from './names.ts';
import { notesOn } from './notes.ts';
import { PROVIDER_VERSIONS } from './schema.ts';
import { literal, templateText, textExpression } from './text.ts';

/** A thing that is a resource, with stand-ins in its arguments. */
export interface Resource {
  readonly thing: Managed;
  /** Its name among those of its type. */
  readonly name: string;
  readonly kind: ResourceKind;
  readonly properties: JsonObject;
}

export interface Configuration {
  readonly project: TargetProject;
  readonly tokens: Tokens;
  readonly resources: readonly Resource[];
  /** Those that others can refer to. */
  readonly byNamed: ReadonlyMap<Named, Resource>;
  /** What each thing is given only in the second run. */
  readonly cut: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  readonly circles: readonly Circle<Resource>[];
  /** Things of the instance that the resources refer to, each once. */
  readonly outside: readonly Named[];
}

/** Writes the configuration. The same source gives the same bytes. */
export function terraform(parsed: ParsedProject, { only }: TargetOptions = {}): TargetOutput {
  const tokens = makeTokens();
  const project = targetProject(parsed, tokens, only);
  const resources = project.managed.flatMap((thing): Resource[] => {
    const kind = KINDS[thing.kind];
    const said = kind?.properties(thing);
    if (kind === undefined || said === undefined) return [];
    return [{ thing, kind, name: resourceName(thing.named), properties: propertiesOf(thing, kind, said) }];
  });
  const byNamed = new Map(
    resources.filter(({ kind }) => !kind.isLink).map((resource) => [resource.thing.named, resource]),
  );
  const { cut, circles, closed } = openCircles(resources, edgesOf(resources, byNamed, tokens));
  const outside = outsideOf(resources, byNamed, tokens);
  const configuration: Configuration = { project, tokens, resources, byNamed, cut, circles, outside };
  const document = documentOf(configuration);
  return {
    file: 'main.tf.json',
    document,
    resources: resources.length,
    notes: notesOn(configuration, document),
    refused: closed.map(
      ({ path }) => `these refer to each other in a circle: ${sayAll(path.map(({ thing }) => thing.named))}`,
    ),
    diagnostics: project.diagnostics,
  };
}

function propertiesOf(thing: Managed, kind: ResourceKind, said: JsonObject): JsonObject {
  const tags = objectAt(thing.data, 'tags');
  const { description = kind.description === 'needed' ? thing.named.display : undefined } = thing;
  return members({
    ...said,
    description: kind.description === 'none' ? undefined : description,
    tags: Object.keys(tags).length === 0 ? undefined : tags,
  });
}

// ---------------------------------------------------------------------------------------------------------- the document

function documentOf(configuration: Configuration): JsonObject {
  const { resources } = configuration;
  const late = lateOnes(configuration);
  const hasNumbers = resources.some(({ kind }) => kind.isLink);
  const version = hasNumbers ? PROVIDER_VERSIONS.withNumbers : PROVIDER_VERSIONS.plain;
  return members({
    '//': 'Amazon Connect flows and what they speak of. Made by flowc: change the source, not this file.',
    terraform: { required_version: '>= 1.3.0', required_providers: { aws: { source: 'hashicorp/aws', version } } },
    variable: variablesOf(configuration, late),
    locals: {
      instance_id: '${reverse(split("/", var.instance_arn))[0]}',
      partition: '${split(":", var.instance_arn)[1]}',
      region: '${split(":", var.instance_arn)[3]}',
      account: '${split(":", var.instance_arn)[4]}',
      ...Object.fromEntries(lateContents(configuration)),
    },
    data: late.length === 0 ? undefined : grouped(late, (resource) => lookUpLate(resource)),
    resource: grouped(resources, (resource) => resourceOf(resource, configuration)),
    output: { arns: { description: 'ARNs by kind and name', value: arnsOf(configuration) } },
  });
}

function grouped(resources: readonly Resource[], say: (resource: Resource) => Json): JsonObject {
  const types = new Map<string, [string, Json][]>();
  for (const resource of resources) {
    const { type } = resource.kind;
    types.set(type, [...(types.get(type) ?? []), [resource.name, say(resource)]]);
  }
  return Object.fromEntries([...types].map(([type, entries]) => [type, Object.fromEntries(entries)]));
}

function resourceOf(resource: Resource, configuration: Configuration): JsonObject {
  const { properties, thing } = resource;
  const said = Object.entries(properties).map(([key, value]): [string, Json] => [
    key,
    propertyOf(resource, key, value, configuration),
  ]);
  const password: JsonObject =
    thing.kind === 'user'
      ? { password: `\${lookup(var.user_passwords, ${textExpression([thing.named.display], noReference)}, null)}` }
      : {};
  return {
    ...linkCount(resource, configuration),
    instance_id: '${local.instance_id}',
    ...Object.fromEntries(said),
    ...password,
  };
}

/** No number leads to a flow as long as a placeholder may stand there. */
function linkCount({ kind }: Resource, { cut }: Configuration): JsonObject {
  return kind.isLink === true && cut.size > 0 ? { count: '${var.circles_closed ? 1 : 0}' } : {};
}

function propertyOf(resource: Resource, key: string, value: Json, configuration: Configuration): Json {
  const { tokens, cut } = configuration;
  const late = cut.get(resource);
  const isLate = ({ to }: Reference) => [...(late ?? [])].some(({ thing }) => thing.named === to);
  const expression = (reference: Reference) => expressionOf(reference, isLate(reference), configuration);
  if (late !== undefined && referencesIn(value, tokens).some(isLate)) {
    const { flow } = resource.thing;
    if (key === 'content' && flow !== undefined) {
      return `\${var.circles_closed ? local.${contentName(resource)} : local.${placeholderName(flow.type)}}`;
    }
    if (Array.isArray(value)) {
      const items = (value as readonly Json[]).map((item) => textExpression(tokens.split(String(item)), expression));
      return `\${compact([${items.join(', ')}])}`;
    }
  }
  return mapTexts(value, (text) => templateText(tokens.split(text), expression), literal);
}

/** What a reference is in Terraform's words. What is known only later is looked up by its name in the second run. */
function expressionOf({ to, form }: Reference, isLate: boolean, { byNamed }: Configuration): string {
  const target = byNamed.get(to);
  if (target === undefined) return outsideExpression(to, form);
  const { type, id } = target.kind;
  const attribute = form === 'arn' ? 'arn' : id;
  if (!isLate) return `${type}.${target.name}.${attribute}`;
  return `try(data.${type}.${target.name}[0].${attribute}, ${form === 'arn' ? '""' : 'null'})`;
}

function outsideExpression(named: Named, form: Reference['form']): string {
  const variable = `var.${variableName(named)}`;
  if (named.kind === 'lambda') {
    return `"arn:\${local.partition}:lambda:\${local.region}:\${local.account}:function:\${${variable}}"`;
  }
  return form === 'arn' ? variable : `reverse(split("/", ${variable}))[0]`;
}

function noReference(): string {
  return '';
}

// ------------------------------------------------------------------------------------------------------------- variables

function variablesOf({ outside, resources }: Configuration, late: readonly Resource[]): JsonObject {
  const variables = outside.map((named): [string, Json] => [variableName(named), outsideVariable(named)]);
  return members({
    instance_arn: {
      type: 'string',
      description: 'ARN of the Amazon Connect instance',
      validation: {
        condition: '${can(regex("^arn:[^:]+:connect:[^:]+:[0-9]{12}:instance/[A-Za-z0-9-]+$", var.instance_arn))}',
        error_message: 'It is the ARN of an instance: arn:aws:connect:REGION:ACCOUNT:instance/ID.',
      },
    },
    ...Object.fromEntries(variables.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    user_passwords: resources.some(({ thing }) => thing.kind === 'user')
      ? {
          type: 'map(string)',
          description: 'First passwords by login, where the instance keeps passwords itself',
          sensitive: true,
          default: {},
        }
      : undefined,
    circles_closed:
      late.length === 0
        ? undefined
        : {
            type: 'bool',
            description: `False in the very first run, before there is ${literal(sayAll(late.map(({ thing }) => thing.named)))}`,
            default: true,
          },
  });
}

function outsideVariable(named: Named): JsonObject {
  if (named.kind !== 'lambda') return { type: 'string', description: literal(sayWanted(named)) };
  return {
    type: 'string',
    description: literal(`Name of the Lambda function “${named.display}”, in the account and Region of the instance`),
    default: literal(named.display),
  };
}

// --------------------------------------------------------------------------------------------------------------- circles

function lateOnes({ resources, cut }: Configuration): readonly Resource[] {
  const late = new Set([...cut.values()].flatMap((targets) => [...targets]));
  return resources.filter((resource) => late.has(resource));
}

function lookUpLate({ thing }: Resource): JsonObject {
  return {
    count: '${var.circles_closed ? 1 : 0}',
    instance_id: '${local.instance_id}',
    name: literal(thing.named.display),
  };
}

/** Contents that speak of what is known only later, and what stands in their place until then. */
function lateContents(configuration: Configuration): readonly [string, Json][] {
  const { resources, cut, tokens } = configuration;
  const contents: [string, Json][] = [];
  const placeholders = new Map<string, Json>();
  for (const resource of resources) {
    const late = cut.get(resource);
    const { flow } = resource.thing;
    if (late === undefined || flow === undefined) continue;
    const isLate = ({ to }: Reference) => [...late].some(({ thing }) => thing.named === to);
    const content = templateText(tokens.split(flow.content), (reference) =>
      expressionOf(reference, isLate(reference), configuration),
    );
    contents.push([contentName(resource), content]);
    placeholders.set(placeholderName(flow.type), literal(placeholderOf(flow.type)));
  }
  return [...placeholders, ...contents];
}

function contentName({ thing, name }: Resource): string {
  return `${thing.kind}_${name}_content`;
}

function placeholderName(type: string): string {
  return `placeholder_${type.toLowerCase()}`;
}

// --------------------------------------------------------------------------------------------------------------- outputs

/** What a configuration around this one may want: every ARN, under the name in Connect. */
function arnsOf({ byNamed }: Configuration): JsonObject {
  const kinds = new Map<string, [string, Json][]>();
  for (const [named, { kind, name }] of byNamed) {
    const entry: [string, Json] = [literal(named.display), `\${${kind.type}.${name}.arn}`];
    kinds.set(named.kind, [...(kinds.get(named.kind) ?? []), entry]);
  }
  return Object.fromEntries([...kinds].map(([kind, entries]) => [kind, Object.fromEntries(entries)]));
}
