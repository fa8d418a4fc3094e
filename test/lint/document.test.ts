/** What `document { … }` gets wrong is told at its line, whatever else is wrong with the flow. */
import { expect, it } from 'vitest';
import { found } from './found.ts';

const FLOW = (document: string, target: string) =>
  `inbound flow Main {\n  document { ${document} }\n  set logging on\n  play "Hello." { on error -> ${target} }\n  disconnect\n}\n`;

const VERSION = 'error: The flow says Version "2024-01-01", and Connect takes "2019-10-30".';

it('is told where it is said', () => {
  expect(found(FLOW('Version: "2024-01-01"', 'disconnect'))).toEqual([
    VERSION,
    'service/version document { Version: "2024-01-01" }',
  ]);
  expect(found(FLOW('Version: absent', 'disconnect'), 'service/version')).toContain(
    'service/version document { Version: absent }',
  );
  expect(found(FLOW('Settings: { a: 1 }', 'disconnect'), 'service/settings')).toContain(
    'service/settings document { Settings: { a: 1 } }',
  );
});

it('is told beside a target that there is not', () => {
  expect(found(FLOW('Version: "2024-01-01"', 'nowhere'))).toEqual([
    VERSION,
    'error: No step or label is called `nowhere` in this flow.',
    'service/version document { Version: "2024-01-01" }',
    'check/unknown-target play "Hello." { on error -> nowhere }',
  ]);
});
