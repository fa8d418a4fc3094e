import { aKind } from '../../check/diagnostics.ts';
import type { EntityKind } from '../../entities/types.ts';
import { textAt } from '../facts/at-path.ts';
import { hasToken, isIdOrArn } from '../facts/values.ts';
import { rule } from '../rule.ts';
import { disconnect, flow } from '../sample.ts';

export default rule<{ block: string; kind: EntityKind }>({
  code: 'lint/literal-arn',
  severity: 'warning',
  scope: 'block',
  summary: 'A statement speaks of something by an ARN or an id, which exists in one instance only.',
  docs: `
\`set queue "arn:…"\` works in the instance that the ARN is from and nowhere else, so the flow cannot be published to a second
environment, and nobody who reads it knows which queue is meant. Declare the queue (\`existing queue Leads "Team leads"\`) and
say its name; each environment knows the ARN. Flow JSON has nothing but ARNs, and is left alone.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/migrate-contact-flows.html
`,
  bad: () => ({ project: flowWith(`"${QUEUE}"`), content: flow([disconnect()]) }),
  good: () => ({ project: `existing queue Leads\n${flowWith('Leads')}`, content: flow([disconnect()]) }),
  message: (p) => `${p.block} names ${aKind(p.kind)} by its ARN or id, which exists in one instance only.`,
  help: (p) => `Declare it (\`existing ${p.kind} Name "…"\`), and write its name here.`,
  check(context, report) {
    for (const { action, card } of context.blocks) {
      if (action.hint === undefined) continue;
      for (const { name, ref } of card.references) {
        const value = textAt(action.parameters, name);
        if (value === undefined || action.display?.[name] !== undefined || !isIdOrArn(value)) continue;
        const place = context.parameterPlace(action, name);
        // What has a path in it (`arn:aws:lambda:$.AwsRegion:…`) is made for several places, and no name can say it. The value
        // of a `param` depends on the environment, and does not stand here.
        if (
          value.includes('$.') ||
          hasToken(value) ||
          !place.source.text.slice(place.span.start, place.span.end).includes(value)
        )
          continue;
        const kind = KINDS[ref] ?? (ref.replace('-', '_') as EntityKind);
        report(place, { block: context.name(action), kind });
      }
    }
  },
});

/** Kinds of the catalogue that declarations call otherwise. */
const KINDS: Readonly<Record<string, EntityKind>> = { 'lexv2-alias': 'bot', 'phone-number': 'number' };

const QUEUE =
  'arn:aws:connect:us-west-2:000000000000:instance/00000000-0000-4000-8000-000000000000/queue/00000000-0000-4000-8000-000000000000';

function flowWith(queue: string): string {
  return `inbound flow Main {\n  set queue ${queue} { on error -> next }\n  disconnect\n}`;
}
