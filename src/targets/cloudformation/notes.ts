/** What somebody who deploys the template has to know: what is not in it, what it needs, what would be refused. */
import type { JsonObject } from '../../text/json.ts';
import { violations } from '../schema.ts';
import { objectAt, textAt } from '../../text/json-members.ts';
import { pinnedIn, pinnedNote, sayAll, sayCircle, sayNamed, untilThen } from '../target.ts';
import { KINDS } from './kinds.ts';
import { isIntrinsic, LIMITS, SCHEMAS } from './schema.ts';
import type { Resource, Template } from './template.ts';
import { holdsDynamicReference } from './text.ts';

export function notesOn(template: Template, document: JsonObject, text: string): readonly string[] {
  return [
    ...notInIt(template),
    ...circleNotes(template),
    ...pinnedNote(pinnedIn(template.project)),
    ...refusedValues(template, document),
    ...dynamicReferences(template),
    ...limits(document, text),
  ];
}

function notInIt({ project }: Template): readonly string[] {
  const others = project.managed.filter(({ kind }) => KINDS[kind] === undefined);
  const numbers = others.filter(({ kind }) => kind === 'number');
  const led = numbers.filter(({ data }) => textAt(data, 'flow') !== undefined);
  return [
    ...(led.length === 0
      ? []
      : [
          `CloudFormation cannot lead a number to its flow: ${sayAll(led.map(({ named }) => named))}. ` +
            'The outputs have the flows; `aws connect associate-phone-number-contact-flow` leads a number there.',
        ]),
    ...(others.length === numbers.length
      ? []
      : [
          `CloudFormation has no resource for ${sayAll(others.filter(({ kind }) => kind !== 'number').map(({ named }) => named))}: what the source says of them is not in the template.`,
        ]),
  ];
}

function circleNotes({ circles, cut }: Template): readonly string[] {
  return circles.map(({ members, path }) => {
    const waiting = members.filter((from) => cut.has(from));
    const late = new Set(waiting.flatMap((from) => [...(cut.get(from) ?? [])]));
    const parameters = members.filter((resource) => late.has(resource)).map(({ id }) => `${id}Arn`);
    return (
      `${sayCircle(path.map(({ thing }) => thing.named))} is a circle, which CloudFormation cannot create at once. ` +
      `Deploy twice: first without, then with ${parameters.join(', ')} from the outputs. ` +
      `${untilThen(waiting.map(({ thing }) => thing.named))} \`flowc publish\` needs no second run.`
    );
  });
}

/** Values that the resource's schema does not allow. */
function refusedValues({ resources }: Template, document: JsonObject): readonly string[] {
  const written = objectAt(document, 'Resources');
  return resources.flatMap(({ id, kind, thing }) => {
    const schema = SCHEMAS[kind.type];
    if (schema === undefined) return [];
    const found = violations(schema, objectAt(objectAt(written, id), 'Properties'), isIntrinsic);
    return found.map(({ path, problem }) => `${sayNamed(thing.named)}: ${path} ${problem} (${kind.type}).`);
  });
}

function dynamicReferences({ resources }: Template): readonly string[] {
  const found = resources.filter(({ properties }: Resource) => holdsDynamicReference(JSON.stringify(properties)));
  if (found.length === 0) return [];
  return [
    `CloudFormation takes \`{{resolve:…}}\` for a reference of its own, also in ${sayAll(found.map(({ thing }) => thing.named))}.`,
  ];
}

function limits(document: JsonObject, text: string): readonly string[] {
  const bytes = Buffer.byteLength(text);
  const count = (key: string) => Object.keys(objectAt(document, key)).length;
  const tooMany = (what: string, has: number, max: number): readonly string[] =>
    has > max
      ? [
          `The template has ${has} ${what}; CloudFormation takes ${max}. Build parts of the project (\`flowc build --target cloudformation flows/a\`): each refers to the others’ things by parameters.`,
        ]
      : [];
  return [
    ...tooMany('resources', count('Resources'), LIMITS.resources),
    ...tooMany('parameters', count('Parameters'), LIMITS.parameters),
    ...tooMany('outputs', count('Outputs'), LIMITS.outputs),
    ...tooMany('bytes', bytes, LIMITS.bytes),
    ...(bytes > LIMITS.bytesInRequest && bytes <= LIMITS.bytes
      ? [`The template has ${bytes} bytes, more than a request takes (${LIMITS.bytesInRequest}): deploy it from S3.`]
      : []),
  ];
}
