import { describe, expect, it } from 'vitest';
import { localEnvironment, localInstanceArn } from '../../src/check/environment.ts';
import { hash32, localShortId, localUuid } from '../../src/check/local-id.ts';
import { allNames } from '../../src/check/names.ts';
import { programOf } from './project.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

describe('local ids', () => {
  it('are UUIDs that depend on the text alone', () => {
    expect(localUuid('queue/A')).toMatch(new RegExp(`^${UUID}$`));
    expect(localUuid('queue/A')).toBe(localUuid('queue/A'));
    // Builds are compared byte for byte, so this value may not change.
    expect(localUuid('queue/製品サポート')).toBe('c6591d9c-0230-4f66-9251-3b61b74c2ff9');
  });

  it('differ for all near names', () => {
    const all = new Set<string>();
    for (let i = 0; i < 20_000; i++) all.add(localUuid(`queue/Q${String(i)}`));
    expect(all.size).toBe(20_000);
    const short = new Set<string>();
    for (let i = 0; i < 5_000; i++) short.add(localShortId(`bot/B${String(i)}`));
    expect(short.size).toBe(5_000);
  });

  it('spread over all bits', () => {
    const counts = new Array<number>(32).fill(0);
    for (let i = 0; i < 4_000; i++) {
      const hash = hash32(`n${String(i)}`);
      for (let bit = 0; bit < 32; bit++) counts[bit] = (counts[bit] ?? 0) + ((hash >>> bit) & 1);
    }
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });
});

describe('localEnvironment', () => {
  const bound = (text: string): string[] =>
    [...allNames(programOf(text).program)].map((named) => localEnvironment.bind(named) ?? '');
  const inInstance = localInstanceArn();

  it.each([
    ['existing flow X', 'contact-flow'],
    ['existing module X', 'flow-module'],
    ['existing queue X', 'queue'],
    ['existing hours X', 'operating-hours'],
    ['existing prompt X', 'prompt'],
    ['existing user X', 'agent'],
    ['existing quick_connect X', 'transfer-destination'],
    ['existing routing_profile X', 'routing-profile'],
    ['existing security_profile X', 'security-profile'],
    ['existing agent_status X', 'agent-state'],
    ['existing data_table X', 'data-table'],
  ])('%s lies in the instance', (text, path) => {
    expect(bound(text)[0]).toMatch(new RegExp(`^${inInstance}/${path}/${UUID}$`));
  });

  it('gives what lies elsewhere its own shape', () => {
    expect(bound('existing number X "+81501234XXXX"')[0]).toMatch(
      new RegExp(`^arn:aws:connect:us-east-1:000000000000:phone-number/${UUID}$`),
    );
    expect(bound('lambda X "look-up"')).toEqual(['arn:aws:lambda:us-east-1:000000000000:function:look-up']);
    expect(bound('lambda 検索')[0]).toMatch(/^arn:aws:lambda:us-east-1:000000000000:function:local-[0-9a-f]{8}$/);
    expect(bound('bot X')[0]).toMatch(/^arn:aws:lex:us-east-1:000000000000:bot-alias\/[A-Z0-9]{10}\/[A-Z0-9]{10}$/);
    expect(bound('existing assistant X')[0]).toMatch(
      new RegExp(`^arn:aws:wisdom:us-east-1:000000000000:assistant/${UUID}$`),
    );
    expect(bound('existing case_template X')[0]).toMatch(new RegExp(`^${UUID}$`));
    expect(bound('attribute X "customer-tier"')).toEqual(['customer-tier']);
  });

  it('puts the version of a view into its ARN', () => {
    expect(bound('view V')[0]).toMatch(/:\$LATEST$/);
    expect(bound('view V { version: latest }')[0]).toMatch(/:\$LATEST$/);
    expect(bound('view V { version: 3 }')[0]).toMatch(/:3$/);
    expect(bound('view V { version: saved }')[0]).toMatch(/:\$SAVED$/);
  });

  it('takes the pin, whatever it is', () => {
    expect(bound('existing view V = "form"\nexisting queue Q = "${QueueArn}"')).toEqual(['form', '${QueueArn}']);
  });

  it('does not depend on the display name, so that renaming in the console changes no reference', () => {
    expect(bound('existing queue X "a"')).toEqual(bound('existing queue X "b"'));
  });
});
