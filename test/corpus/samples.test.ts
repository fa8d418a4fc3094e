/** Three real flows written in `.flow` by hand must say the same graph as their JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { compare, describeDifference } from '../../src/graph/compare.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { corpusIsThere, WHY_SKIPPED } from './corpus.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const there = corpusIsThere && existsSync(join(SHARED, 'design/samples'));

const PAIRS = [
  ['dtmf-menu', 'aws-samples__amazon-connect-rules-engine/RulesEngineDTMFMenu.json'],
  [
    'inbound-japan',
    'aws-samples__sample-amazon-connect-customer-starter-kit-japan/ac-pkg-phase3-contactflow-stack___FlowNamePrefix__AC_PKG_Inbound_flow.json',
  ],
  [
    'queue-callback',
    'aws-samples__amazon-connect-callback-contact-management/Sample_interruptible_queue_flow_with_callback-2.json',
  ],
] as const;

const load = (path: string) => ({ path, text: readFileSync(join(SHARED, path), 'utf8') });

it.skipIf(!there).each(PAIRS)(`%s says what its JSON says${there ? '' : ` (${WHY_SKIPPED})`}`, (sample, json) => {
  const { flows, diagnostics } = compile([load(`design/samples/${sample}.flow`)]);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const { graph } = readFlow(load(`corpus/modern/${json}`));
  const difference = graph && flows[0] && compare(graph, flows[0].graph);
  expect(difference && describeDifference(difference)).toBeUndefined();
  expect(flows).toHaveLength(1);
});
