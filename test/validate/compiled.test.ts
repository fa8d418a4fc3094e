/** What flowc compiles without an error, the judge lets through: examples, pages, the good sides of rules and fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flowTypes } from '../../src/catalogue/flow-types.ts';
import { actions } from '../../src/catalogue/index.ts';
import type { ActionEntry } from '../../src/catalogue/types.ts';
import { compile } from '../../src/compiler.ts';
import { rules } from '../../src/lint/index.ts';
import type { SourceText } from '../../src/text/text.ts';
import { exampleNames, sourcesOf } from '../examples/projects.ts';
import { judge, predicted } from './documents.ts';

/** The problems of all flows of a project; undefined where it has errors of its own. */
function refused(sources: readonly SourceText[]): Record<string, readonly string[]> | undefined {
  const { flows, diagnostics } = compile(sources);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const found = flows.map(({ name, graph, emitted }): [string, readonly string[]] => [
    name,
    judge(emitted().json, { type: graph.type ?? 'CONTACT_FLOW' }),
  ]);
  return Object.fromEntries(found.filter(([, problems]) => problems.length > 0));
}

describe('what compiles is published', () => {
  it.each(exampleNames)('examples/%s', (example) => {
    expect(refused(sourcesOf(example))).toEqual({});
  });

  it('a journey flow', () => {
    const text = `campaign flow Reminder {
  on error -> done
  send communication sms { template: "arn:a", from: Line }
  wait 15m
  get communication_status { of: $.OutboundCommunication.Latest.Id }
  if $.DeliveryReceipts['\`$.OutboundCommunication.Latest.Id\`'].Bounce operator Exists {
    send communication voice { attributes { offer: "spring" } }
  }
  done: end
}
existing number Line "+81501234XXXX"
`;
    expect(refused([{ path: 'journey.flow', text }])).toEqual({});
  });

  it('the statements on the pages of actions', () => {
    for (const entry of actions.values()) {
      const found = refused([{ path: 'page.flow', text: `${DECLARATIONS}\n${flowAround(entry)}` }]);
      expect([entry.type, found]).toEqual([entry.type, {}]);
    }
  });

  it('what the pages of diagnostics put right', () => {
    const folder = join(import.meta.dirname, '../diagnostics/fixtures');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      // A block that flowc does not know may be new; an instance that does not know it refuses it. A path said twice leads
      // nowhere, and whether the service takes one where only a path may stand is not known.
      (path) => path.endsWith('.flow') && !/(?:unknown-action|doubled-path)\.flow$/.test(path),
    );
    let judged = 0;
    for (const path of files.sort()) {
      const found = refused([
        { path, text: readFileSync(join(folder, path), 'utf8').replace(/^\/\/ \w+: .*\n/gm, '') },
      ]);
      if (found === undefined) continue;
      judged++;
      expect([path, found]).toEqual([path, {}]);
    }
    expect(judged).toBeGreaterThan(100);
  });

  it('the good examples of rules', () => {
    for (const rule of rules) {
      const { type, content } = rule.good();
      expect([rule.code, judge(content, { type: type ?? 'CONTACT_FLOW' })]).toEqual([rule.code, []]);
    }
  });
});

describe('the bad examples of rules', () => {
  it('are refused where the rule says that the service refuses them', () => {
    const published = rules
      .filter(({ code, severity }) => code.startsWith('service/') && severity === 'error')
      .filter((rule) => {
        const { type, content } = rule.bad();
        return judge(content, { type: type ?? 'CONTACT_FLOW' }).length === 0;
      });
    // The judge is told what modules declare by the instance, not by the document.
    expect(published.map(({ code }) => code)).toEqual(['service/module-contract']);
  });

  it('are published where the rule only warns', () => {
    const wrong = rules
      .filter(({ code, severity }) => !(code.startsWith('service/') && severity === 'error'))
      .filter((rule) => {
        const { type, content } = rule.bad();
        return judge(content, { type: type ?? 'CONTACT_FLOW' }).length > 0 && predicted(content).length === 0;
      });
    // A new block may be one that flowc does not know; an instance that does not know it refuses it.
    expect(wrong.map(({ code }) => code)).toEqual(['service/unknown-action', 'lint/doubled-path']);
  });
});

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

/** As on the action's page: a flow in which the block may stand, and what ends it. */
function flowAround(entry: ActionEntry): string {
  const allowed = entry.flowTypesAllowed ?? ['CONTACT_FLOW'];
  const kind = flowTypes.find((facts) => allowed.includes(facts.type));
  const head = kind?.type === 'MODULE' ? 'module Sample' : `${kind?.word ?? 'inbound'} flow Sample`;
  const last = entry.terminal ? '' : allowed.includes('CONTACT_FLOW') ? 'disconnect' : 'end';
  return `${head} {\n${entry.example ?? ''}\n${last}\n}`;
}
