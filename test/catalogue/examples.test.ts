/** Every example on the actions' pages compiles, to an action of its type that the schema of flow language takes. */
import { describe, expect, it } from 'vitest';
import { flowTypes } from '../../src/catalogue/flow-types.ts';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry } from '../../src/catalogue/types.ts';
import { compile } from '../../src/compiler.ts';
import { flowLanguage } from '../../src/flowjson/validators.generated.js';

/** What the examples speak of. */
const DECLARATIONS = `
existing queue ProductSupport
existing queue Overflow
existing hours BusinessHours
existing lambda LookupCustomer
existing lambda CleanMessages
existing flow TaskFlow { type: inbound }
existing flow SmsFlow { type: inbound }
existing flow Reception { type: inbound }
existing flow HoldTheLine { type: customer_queue }
existing module VerifyCustomer
existing prompt HoldMusic
existing bot Reception
existing view CustomerForm
existing assistant HelpDesk
existing case_template Complaint
existing number SmsLine "+81501234XXXX"
existing data_table Rates
existing data_table Calls
`;

const entries = [...actions.values()].map((entry) => [entry.type, entry] as const);

describe('the example of', () => {
  it.each(entries)('%s', (type, entry) => {
    const text = `${DECLARATIONS}\n${flowAround(entry)}`;
    const { flows, diagnostics } = compile([{ path: 'example.flow', text }]);
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    expect(errors.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`)).toEqual([]);
    const flow = flows.find((found) => found.name === 'Sample');
    expect(flow?.graph.actions.map((action) => action.type)).toContain(type);
    const document = flow === undefined ? undefined : (JSON.parse(flow.emitted().json) as unknown);
    expect([flowLanguage(document), flowLanguage.errors ?? []]).toEqual([true, []]);
  });
});

/** A flow in which the block may stand, and what ends it. */
function flowAround(entry: ActionEntry): string {
  const allowed = entry.flowTypesAllowed ?? ['CONTACT_FLOW'];
  const kind = flowTypes.find((facts) => allowed.includes(facts.type));
  if (kind === undefined) throw new Error(`no flow for ${entry.type}`);
  const head = kind.type === 'MODULE' ? 'module Sample' : `${kind.word} flow Sample`;
  const last = entry.terminal ? '' : allowed.includes('CONTACT_FLOW') ? 'disconnect' : 'end';
  return `${head} {\n${entry.example ?? ''}\n${last}\n}`;
}
