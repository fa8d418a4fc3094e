import { disconnect, flow, play } from '../sample.ts';
import { rule } from '../rule.ts';

const VERSION = '2019-10-30';

export default rule<{ version: string | undefined }>({
  code: 'service/version',
  severity: 'error',
  summary: 'The flow language version is not 2019-10-30.',
  docs: `
There is one version of flow language; the service takes no other, and no flow without one.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
`,
  bad: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()], { Version: '2025-01-01' }) }),
  good: () => ({ content: flow([play('hello', 'Hello', 'bye'), disconnect()]) }),
  message: (p) =>
    `The flow ${p.version === undefined ? 'has no Version' : `says Version ${p.version}`}, and Connect takes "${VERSION}".`,
  help: () => `Write "${VERSION}".`,
  check(context, report) {
    const version = context.graph.top.Version;
    if (version === VERSION) return;
    report(context.graph.origin?.parameters?.get('Version') ?? context.flowPlace(), {
      version: version === undefined ? undefined : JSON.stringify(version),
    });
  },
});
