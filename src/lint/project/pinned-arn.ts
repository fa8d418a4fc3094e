import type { Named } from '../../check/program.ts';
import type { Extras } from '../../diagnostics/diagnostic.ts';
import { replaceBy } from '../../diagnostics/remedy.ts';
import { disconnect, flow } from '../sample.ts';
import { projectRule } from '../rule.ts';

export default projectRule<{
  kind: string;
  name: string;
  display: string;
  said: boolean;
  /** Where the ARN holds. */
  where: 'instance' | 'Region';
  /** What the project calls its own thing of that name. */
  own: string | undefined;
}>({
  code: 'lint/pinned-arn',
  severity: 'hint',
  summary: 'A declaration is pinned to an ARN, which exists in one instance only.',
  docs: `
\`existing queue Leads = "arn:…"\` is what an import of a lone flow can say, and it works in that one instance. Without the
ARN the environment finds the queue by its name, in each instance the right one. The views that AWS makes are in every
instance; their ARNs hold in one Region.

Flows that are imported together and call each other do so by ARN too. Where the project has the flow itself, its name
takes the place of such a declaration.

Source: https://docs.aws.amazon.com/connect/latest/adminguide/migrate-contact-flows.html
`,
  bad: () => ({
    project: 'existing queue Leads "Team leads" = "arn:aws:connect:us-west-2:000000000000:instance/i/queue/q"',
    content: flow([disconnect()]),
  }),
  good: () => ({ project: 'existing queue Leads "Team leads"', content: flow([disconnect()]) }),
  message: (p) => `The ${p.kind} \`${p.name}\` is pinned to an ARN of one ${p.where}.`,
  // An import that finds no name calls the thing by its kind, and Connect does not.
  help: (p) =>
    p.own !== undefined
      ? `Say \`${p.own}\` where \`${p.name}\` stands, and remove this line: "${p.display}" is the project’s own.`
      : `Remove the ARN, and let each environment find it by its name "${p.display}".${
          p.said ? '' : ` If Connect calls it otherwise, write that behind \`${p.name}\`, in quotes.`
        }`,
  check(program, report) {
    for (const [kind, declared] of program.names) {
      const ofProject = new Map<string, string>();
      for (const { existing, display, name } of declared.values()) {
        if (!existing && !ofProject.has(display)) ofProject.set(display, name);
      }
      for (const named of declared.values()) {
        const { name, display, pin, source, span } = named;
        if (pin?.startsWith('arn:') !== true || pin.includes('${') || pin.includes('{{')) continue;
        const said = display !== name || !isKind(name, kind);
        const own = ofProject.get(display);
        const where = pin.includes(':aws:view/') ? 'Region' : 'instance';
        const params = { kind: kind.replaceAll('_', ' '), name, display, said, where, own } as const;
        report({ source, span }, params, own === undefined ? unpinned(named) : {});
      }
    }
  },
});

/** `Queue`, `Queue2`, `CaseTemplate`. */
function isKind(name: string, kind: string): boolean {
  return name.replace(/\d+$/, '').toLowerCase() === kind.replaceAll('_', '');
}

/** Takes out `= "arn:…"` where the declaration says a name besides; whether the instance has one of that name, nobody knows. */
function unpinned({ declaration, source }: Named): Extras {
  const pin = declaration.kind === 'entity' ? declaration.pin : undefined;
  if (pin === undefined || declaration.kind !== 'entity' || declaration.operands.length === 0) return {};
  const before = /\s*=\s*$/.exec(source.text.slice(declaration.span.start, pin.span.start));
  if (before === null) return {};
  const start = declaration.span.start + before.index;
  return replaceBy({ start, end: pin.span.end }, '', 'Remove the ARN');
}
