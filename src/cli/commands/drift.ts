import { Option } from 'commander';
import { withPlainLines } from '../../deploy/pull/adopt/project.ts';
import { driftOf, saySummary, type Drift } from '../../deploy/pull/drift.ts';
import { planJson } from '../../deploy/render/json.ts';
import { planMarkdown } from '../../deploy/render/markdown.ts';
import { planText } from '../../deploy/render/text.ts';
import { LISTED_KINDS } from '../../connect/inventory.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import { parseFor } from '../../workspace/params.ts';
import { withEnvironmentOptions, type EnvironmentOptions } from '../environment.ts';
import type { Io } from '../io.ts';
import { planFor, withSource } from '../planning.ts';
import { wantsColour } from '../report.ts';
import type { Verb } from '../verb.ts';

interface DriftOptions extends EnvironmentOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly all?: boolean;
  /** `--no-new` */
  readonly new?: boolean;
  readonly quiet?: boolean;
}

export const verb: Verb<DriftOptions> = {
  define: (command) =>
    withEnvironmentOptions(command)
      .description(
        'What somebody changed in the console: an instance held against source, flows block by block and as a ' +
          'diff of .flow text, everything else property by property. Exits with 1 when something differs.',
      )
      .argument('[paths...]', 'files and folders; without any, the project')
      .addOption(new Option('--json', 'the differences as JSON').conflicts('markdown'))
      .option('--markdown', 'the differences for an issue or a pull request')
      .option('--all', 'new queues, profiles and other things too, not only new flows and modules')
      .option('--no-new', 'only what source knows, where an instance belongs to several projects')
      .option('-q, --quiet', 'no progress')
      .addHelpText('after', HELP),
  run: (paths, options, io) => {
    return withSource(paths, options, io, async ({ source, environment, report }) => {
      // One reading of all lists serves both the comparison and the search for what is new.
      if (options.all === true) await environment.inventory();
      const { planned, errors } = await planFor(source, environment, options, io);
      if (planned === undefined) {
        report(errors);
        return 1;
      }
      const strangers = paths.length > 0 ? NONE : kindsOfStrangers(options);
      const sources = source.unit.flows.map(withPlainLines);
      const { program } = parseFor(sources, environment.project, environment.settings);
      const { settings } = environment;
      const drift = await driftOf(planned, { sources, program, settings, strangers });
      write(drift, options, io);
      if (drift.changes.length > 0) return 1;
      return drift.unread.length > 0 ? 3 : 0;
    });
  },
};

const NONE: ReadonlySet<CanonicalKind> = new Set();

function kindsOfStrangers({ all, new: isAsked }: DriftOptions): ReadonlySet<CanonicalKind> {
  if (isAsked === false) return NONE;
  return new Set<CanonicalKind>(all === true ? LISTED_KINDS : ['flow', 'module']);
}

function write(drift: Drift, options: DriftOptions, io: Io): void {
  const summary = saySummary(drift);
  if (options.json) {
    io.out.write(`${JSON.stringify({ ...planJson(drift), format: 'flowc-drift-1' }, undefined, 2)}\n`);
  } else if (options.markdown) io.out.write(planMarkdown(drift, { verb: 'drift', summary }));
  else io.out.write(`${planText(drift, { colour: wantsColour(io, io.out), last: summary })}\n`);
}

const HELP = `
Signs
  ~  changed in the instance      +  new there      -  not there (any more)

Flows that come with every instance are not told as new. \`flowc adopt\` takes the differences into
source.

Examples
  flowc drift --env prod
  flowc drift --env prod flows/main.flow
  flowc drift --env prod --markdown > issue.md    every night, in CI: exits with 1 on difference
`;
