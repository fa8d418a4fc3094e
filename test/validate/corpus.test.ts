/** Real flows that consoles and the API have made are published, but for those that were broken on their way here. */
import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/connect/local/validate/index.ts';
import { corpusFiles, corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { judge, validateContent } from './documents.ts';
import { realFlows } from './real-flows.ts';

/** Why a flow is refused that somebody once had: every other one is published. */
const REFUSED: Readonly<Record<string, string>> = {
  'modern/Richard1007__claude-connect-skills/flow__hist-5.json':
    'stores input with the timeout branch of a menu and without validation: live calls refuse both',
  'modern/aws-samples__sample-aicc-builder-for-amazon-connect-ai-agent/q-in-connect-self-service___1365.json':
    'a draft from a document: a queue transfer with a QueueId, a bot without its default branch',
  ...all('modern/ippei2480__connect-blueprint', 'written by hand before it was tried: menus without StoreInput', [
    'flow__hist.json',
    'flow__hist-2.json',
    'flow__hist-3.json',
    'flow__hist-4.json',
    'flow__hist-5.json',
    'flow__hist-6.json',
  ]),
  ...all('modern/aws-samples__amazon-connect-experience-builder', 'ids were taken out before it was put into public', [
    'contact-flow-dtmf0.content.json',
    'contact-flow-dtmf0__SEB_-_DTMF_0.json',
    'contact-flow-hop.content.json',
    'contact-flow-journey.content.json',
    'contact-flow-queue.content.json',
    'contact-flow-setup.content.json',
  ]),
  'modern/aws-samples__amazon-connect-step-by-step-guides-module-library/SBS_Lex_Integration_Handler.json':
    'the ARN of the bot was taken out',
  ...all('modern/deepgram__amazon-connect-integration', 'ARNs of functions were taken out', [
    'sample_contact_flow.json',
    'sample_contact_flow_load_test.json',
  ]),
};

function all(folder: string, reason: string, files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [`${folder}/${file}`, reason]));
}

describe.skipIf(!corpusIsThere)(corpusIsThere ? 'real flows' : `real flows (${WHY_SKIPPED})`, () => {
  const flows = realFlows();

  it('are published', () => {
    expect(flows).toHaveLength(195);
    const refused = flows.filter(({ content, type }) => judge(content, { type }).length > 0);
    expect(refused.map(({ path }) => path).sort()).toEqual(Object.keys(REFUSED).sort());
  });

  it('are refused where the instance has none of what they refer to', () => {
    const needy = flows.filter(({ content, type }) =>
      judge(content, { type, known: () => false }).some((problem) => problem.startsWith('Failed to convert id: ')),
    );
    expect(needy.length).toBeGreaterThan(30);
  });

  it('of any quality, age and format are judged without an exception', () => {
    for (const { bytes } of corpusFiles()) {
      const text = Buffer.from(bytes()).toString('utf8');
      for (const type of ['CONTACT_FLOW', 'MODULE'] as const) {
        expect(judgeContent(text, { type, known: () => true })).toHaveProperty('is');
      }
    }
  });

  it('that models invented are refused', () => {
    const invented = corpusFiles().filter(({ kind, quality }) => kind === 'modern' && quality.startsWith('C'));
    expect(invented.length).toBeGreaterThan(0);
    for (const { path, bytes } of invented) {
      const problems = validateContent(Buffer.from(bytes()).toString('utf8'), {
        type: 'CONTACT_FLOW',
        known: () => true,
      });
      expect([path, problems.length > 0]).toEqual([path, true]);
    }
  });
});
