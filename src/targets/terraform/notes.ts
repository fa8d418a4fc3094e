/** What somebody who applies the configuration has to know: what is not in it, what it needs, what would be refused. */
import type { JsonObject } from '../../text/json.ts';
import { violations } from '../schema.ts';
import { objectAt } from '../../text/json-members.ts';
import { pinnedIn, pinnedNote, sayAll, sayCircle, sayNamed, untilThen } from '../target.ts';
import type { Configuration } from './configuration.ts';
import { KINDS } from './kinds.ts';
import { isInterpolated, SCHEMAS } from './schema.ts';

export function notesOn(configuration: Configuration, document: JsonObject): readonly string[] {
  return [
    ...notInIt(configuration),
    ...unsaid(configuration),
    ...circleNotes(configuration),
    ...pinnedNote(pinnedIn(configuration.project)),
    ...refusedValues(configuration, document),
  ];
}

function notInIt({ project }: Configuration): readonly string[] {
  const others = project.managed.filter(({ kind }) => KINDS[kind] === undefined).map(({ named }) => named);
  if (others.length === 0) return [];
  return [
    `Terraform's aws provider has no resource for ${sayAll(others)}: what flows speak of is a variable, and the rest is not in it.`,
  ];
}

function unsaid({ resources }: Configuration): readonly string[] {
  const lost = new Map<string, Configuration['resources'][number]['thing']['named'][]>();
  for (const { thing, kind } of resources) {
    for (const key of kind.unsaid?.(thing) ?? []) {
      const what = `${kind.type} has nothing for ${key}`;
      lost.set(what, [...(lost.get(what) ?? []), thing.named]);
    }
  }
  return [...lost].map(([what, things]) => `${what}, which the source says of ${sayAll(things)}.`);
}

function circleNotes({ circles, cut }: Configuration): readonly string[] {
  return circles.map(({ members, path }) => {
    const waiting = members.filter((from) => cut.has(from)).map(({ thing }) => thing.named);
    return (
      `${sayCircle(path.map(({ thing }) => thing.named))} is a circle, which Terraform cannot create at once. ` +
      'Apply twice the first time: `-var circles_closed=false`, then without. ' +
      `${untilThen(waiting)} \`flowc publish\` needs no second run.`
    );
  });
}

/** Values that the resource's schema does not allow. */
function refusedValues({ resources }: Configuration, document: JsonObject): readonly string[] {
  const written = objectAt(document, 'resource');
  return resources.flatMap(({ name, kind, thing }) => {
    const schema = SCHEMAS[kind.type];
    const ofType = written[kind.type] as JsonObject;
    if (schema === undefined) return [];
    const { count: _, ...said } = ofType[name] as JsonObject;
    const found = violations(schema, said, isInterpolated);
    return found.map(({ path, problem }) => `${sayNamed(thing.named)}: ${path} ${problem} (${kind.type}).`);
  });
}
