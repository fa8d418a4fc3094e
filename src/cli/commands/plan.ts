import { resolve } from 'node:path';
import { Option } from 'commander';
import { policyOf } from '../../deploy/iam.ts';
import { planFileText } from '../../deploy/plan-file.ts';
import { historyOf } from '../../deploy/publish/history.ts';
import { leftovers } from '../../deploy/publish/leftovers.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Planned } from '../../deploy/plan-project.ts';
import { planJson } from '../../deploy/render/json.ts';
import { planMarkdown } from '../../deploy/render/markdown.ts';
import { planText } from '../../deploy/render/text.ts';
import { hasChanges, sayKey } from '../../deploy/render/words.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import { shownPath } from '../../workspace/discover.ts';
import { writeWhole } from '../../workspace/write.ts';
import { withEnvironmentOptions, type OpenedEnvironment } from '../environment.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../io.ts';
import { planFor, withPlanningOptions, type PlanningOptions, withSource } from '../planning.ts';
import { wantsColour } from '../report.ts';
import { outputFile, type Verb } from '../verb.ts';

interface PlanOptions extends PlanningOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly iamPolicy?: boolean;
  readonly exitCode?: boolean;
}

export const verb: Verb<PlanOptions> = {
  define: (command) =>
    withEnvironmentOptions(withPlanningOptions(command, 'no progress'))
      .description(
        'What publishing would change in an environment: flows block by block, everything else property by ' +
          'property. Nothing is written to the instance.',
      )
      .argument('[paths...]', 'files and folders; without any, the project')
      .option('-o, --out <file>', 'write the plan into a file, for `flowc publish <file>`', outputFile)
      .addOption(new Option('--json', 'the plan as JSON').conflicts(['markdown', 'iamPolicy']))
      .addOption(new Option('--markdown', 'the plan for a pull request’s comment').conflicts('iamPolicy'))
      .option('--iam-policy', 'the permissions that reading and publishing take, as an IAM policy')
      .option('--exit-code', 'exit with 1 when there is something to change')
      .addHelpText('after', HELP),
  run: (paths, options, io) => {
    return withSource(paths, options, io, async ({ source, environment, report }) => {
      const { planned, errors, kinds } = await planFor(source, environment, options, io);
      if (planned !== undefined) write(planned, kinds, { ...options, ...environment.settings.modules }, io);
      if (planned !== undefined && options.prune === true) sayLeftovers(environment, planned, io);
      report(errors);
      if (options.out !== undefined) keep(options.out, planned, errors, io);
      if (errors.length > 0) return 1;
      if (planned !== undefined && planned.plan.unread.length > 0) return 3;
      return options.exitCode === true && planned !== undefined && hasChanges(planned.plan) ? 1 : 0;
    });
  },
};

/** What publishing would delete is no part of the plan: only this project's releases know of it. */
function sayLeftovers({ project, name }: OpenedEnvironment, { plan, lookup }: Planned, io: Io): void {
  for (const { listed, release } of leftovers(historyOf(project.root, name).releases, lookup.inventory, plan)) {
    io.err.write(`${sayKey(listed)}, which ${release} archived, will be deleted by \`flowc publish --prune\`\n`);
  }
}

/** Writes the plan for `publish`, unless `publish` would refuse it. */
function keep(out: string, planned: Planned | undefined, errors: readonly Diagnostic[], io: Io): void {
  const file = resolve(io.cwd, out);
  const shown = shownPath(file, io.cwd);
  if (planned === undefined || errors.length > 0 || planned.plan.unread.length > 0) {
    io.err.write(`flowc: ${shown} is not written: there is no plan that could be carried out.\n`);
    return;
  }
  const problem = writeWhole(file, planFileText(planned.plan, planned.desired.places), shown);
  if (problem !== undefined) throw new UsageError(`${problem.place.source.path}: ${problem.message}`);
}

function write(
  { plan, lookup }: Planned,
  kinds: readonly CanonicalKind[],
  options: PlanOptions & { readonly alias?: string | undefined },
  io: Io,
): void {
  if (options.iamPolicy) io.out.write(`${JSON.stringify(policyOf(plan, lookup, kinds, options), undefined, 2)}\n`);
  else if (options.json) io.out.write(`${JSON.stringify(planJson(plan), undefined, 2)}\n`);
  else if (options.markdown) io.out.write(planMarkdown(plan));
  else io.out.write(`${planText(plan, { colour: wantsColour(io, io.out) })}\n`);
}

const HELP = `
Signs
  +  created      ~  changed      -  archived, or no longer there

Examples
  flowc plan                                   against the instance on this machine
  flowc plan --env prod
  flowc plan --env prod --out prod.plan.json && flowc publish prod.plan.json
  flowc plan --env prod --markdown > comment.md
  flowc plan --env prod --iam-policy > policy.json
  flowc plan --env prod --exit-code            for CI: 1 when something would change
`;
