/** What the service says of a content that it refuses, at the line of the source. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError, type Connection } from '../../src/connect/types.ts';
import { planFileText, readPlanFile, restorePlan } from '../../src/deploy/plan-file.ts';
import { pathIn } from '../../src/deploy/publish/problems.ts';
import { publish, type Published } from '../../src/deploy/publish/publish.ts';
import { lineText, positionAt } from '../../src/text/text.ts';
import { planOf, publishText, site, type Site } from './project.ts';

const FLOW = `queue Desk "Desk" { hours: Office }
existing hours Office "Basic Hours"

inbound flow Main "Main" {
  on error -> disconnect
  play "Hello."
  menu "One or two?" {
    timeout: 5s
    on 1 -> one
    on timeout, default -> disconnect
  }
  step one {
    set queue Desk
    transfer to queue { on at_capacity -> disconnect }
  }
}
`;

describe('the path of a problem', () => {
  it.each([
    ['Invalid Action property name. Path: Actions[13].Parameters.TimeoutSeconds', 13, ['Parameters', 'TimeoutSeconds']],
    [
      'Invalid Action property value. Path: Actions[5].Transitions.Errors[0].NextAction',
      5,
      ['Transitions', 'Errors', '0', 'NextAction'],
    ],
    ['Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]', 0, []],
    ['Invalid Action property value. Path: 0.Parameter', 0, ['Parameter']],
    ['Invalid branch. Path: 2.Evaluate', 2, ['Evaluate']],
    ['Something. Path: Actions.4.Parameters.Text', 4, ['Parameters', 'Text']],
  ])('%s', (problem, index, steps) => {
    expect(pathIn(problem)).toEqual({ index, steps });
  });

  it.each(['Invalid Action type. Type: Trigger', 'Not a supported id format', '', 'Path: StartAction'])(
    'none in: %s',
    (problem) => {
      expect(pathIn(problem)).toBeUndefined();
    },
  );
});

describe('refused contents', () => {
  let place: Site;
  beforeAll(async () => {
    place = await site();
  });
  afterAll(() => place.close());

  /** An instance that has these problems with any flow. */
  function having(problems: readonly string[]): Connection {
    const { connection } = place;
    const call: typeof connection.call = (operation, input) => {
      if (!/^(?:Create|Update)ContactFlow(?:Content)?$/.test(operation)) return connection.call(operation, input);
      const facts = { operation, code: 'InvalidContactFlowException', status: 400, problems, requestId: 'r' };
      return Promise.reject(new ServiceError('UnknownError', facts));
    };
    return { ...connection, call };
  }

  /** Publishes, and is told these problems of the flow. */
  async function refused(text: string, problems: readonly string[]): Promise<readonly string[]> {
    const published = await publishText({ root: place.root, connection: having(problems) }, text);
    expect(published.release).toBeUndefined();
    return told(published);
  }

  function told({ diagnostics }: Published): readonly string[] {
    return diagnostics.map(({ code, message, help, place: { source, span } }) => {
      const { line, column } = positionAt(source, span.start);
      return `${source.path}:${line}:${column} ${code} ${message} [${help ?? ''}] | ${lineText(source, line).trim()}`;
    });
  }

  it.each([
    ['as it was', FLOW, 'main.flow:7:3 deploy/refused-flow', 'menu "One or two?" {'],
    ['another by now', `\n${FLOW}`, 'main.flow:7:3 deploy/refused-flow', ''],
    ['gone', undefined, 'main.flow:7:3 deploy/refused-flow', ''],
  ])('of a plan file, where the source is %s', async (_what, now, where, line) => {
    const { plan, inventory, desired, live } = await planOf(place, FLOW);
    const file = readPlanFile(planFileText(plan, desired.places), (path) => (path === 'main.flow' ? now : undefined));
    if (typeof file === 'string') throw new Error(file);
    const restored = restorePlan(file, plan.instance, live);
    const connection = having(['Action is missing required error. Error: InputTimeLimitExceeded, Path: Actions[1]']);
    const published = await publish(restored, {
      root: place.root,
      connection,
      inventory,
      by: 'tester',
      places: file.places,
    });
    const [first = ''] = told(published);
    expect(first.startsWith(where)).toBe(true);
    expect(first.split(' | ')[1]).toBe(line);
  });

  const PROBLEMS = [
    'Invalid Action property value. Path: Actions[0].Parameters.Text',
    'Action is missing required error. Error: InputTimeLimitExceeded, Path: Actions[1]',
    'Invalid Action property value. Path: Actions[1].Transitions.Conditions[0].NextAction',
    'Invalid Action property value. Path: 2.Parameter',
    'Not a supported id format',
    'Failed to convert id: Hello',
    'Something new. Path: Actions[99]',
  ];

  it('of a new flow', async () => {
    expect(await refused(FLOW, PROBLEMS)).toMatchInlineSnapshot(`
      [
        "main.flow:6:8 deploy/refused-flow Connect refuses the block "play Hello." of "Main": Invalid Action property value. Path: Actions[0].Parameters.Text. [Correct it and publish again; what was live of this flow is untouched.] | play "Hello."",
        "main.flow:7:3 deploy/refused-flow Connect refuses the block "menu One or two?" of "Main": Action is missing required error. Error: InputTimeLimitExceeded, Path: Actions[1]. [Write \`on timeout\` for this block.] | menu "One or two?" {",
        "main.flow:9:8 deploy/refused-flow Connect refuses the block "menu One or two?" of "Main": Invalid Action property value. Path: Actions[1].Transitions.Conditions[0].NextAction. [Correct it and publish again; what was live of this flow is untouched.] | on 1 -> one",
        "main.flow:13:5 deploy/refused-flow Connect refuses the block "one - set queue Desk" of "Main": Invalid Action property value. Path: 2.Parameter. [Correct it and publish again; what was live of this flow is untouched.] | set queue Desk",
        "main.flow:4:14 deploy/refused-flow Connect refuses "Main": Not a supported id format. [Refer to a thing that is declared, or \`existing\`, instead of writing its id.] | inbound flow Main "Main" {",
        "main.flow:6:3 deploy/refused-flow Connect refuses the block "play Hello." of "Main": Failed to convert id: Hello. [Refer to a thing that is declared, or \`existing\`, instead of writing its id.] | play "Hello."",
        "main.flow:4:14 deploy/refused-flow Connect refuses "Main": Something new. Path: Actions[99]. [Correct it and publish again; what was live of this flow is untouched.] | inbound flow Main "Main" {",
      ]
    `);
  });

  it('of a live one, whose blocks are stored in another order than the source has them', async () => {
    const step = (name: string, words: string) => `  step ${name} {\n    play "${words}"\n    -> disconnect\n  }\n`;
    const flow = (steps: string) =>
      `inbound flow Main "Main" {\n  on error -> disconnect\n  menu "One or two?" {\n    on 1 -> one\n    on 2 -> two\n    on timeout, default -> disconnect\n  }\n${steps}}\n`;
    const { diagnostics } = await publishText(place, flow(step('one', 'First.') + step('two', 'Second.')));
    expect(diagnostics).toEqual([]);
    const turned = flow(step('two', 'Second, changed.') + step('one', 'First.'));
    // Stored are menu, first, second; the source has menu, second, first.
    const problem = 'Invalid Action property value. Path: Actions[2].Parameters.Text';
    const [told] = await refused(turned, [problem]);
    expect(told).toContain('| play "Second, changed."');
  });
});
