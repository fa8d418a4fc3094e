import { describe, expect, it } from 'vitest';
import { instanceReference, isLoopback, resolveTarget } from '../../src/connect/credentials.ts';

const ID = '11111111-2222-4333-8444-555555555555';
const ARN = `arn:aws:connect:eu-central-1:000000000000:instance/${ID}`;

describe('an instance', () => {
  it('is said by id, ARN or alias', () => {
    expect(instanceReference(ID)).toEqual({ by: 'id', id: ID });
    expect(instanceReference(ARN)).toMatchObject({
      by: 'arn',
      region: 'eu-central-1',
      account: '000000000000',
      id: ID,
    });
    expect(instanceReference('my-centre')).toEqual({ by: 'alias', alias: 'my-centre' });
    expect(instanceReference(ARN.replace('aws', 'aws-us-gov'))).toMatchObject({ partition: 'aws-us-gov' });
  });

  it.each(['', 'd-1234', 'two words', `${ARN}/queue/x`, 'a'.repeat(46)])('is not %j', (text) => {
    expect(() => instanceReference(text)).toThrow(/neither the id, nor the ARN, nor the alias/);
  });
});

describe('the Region', () => {
  const region = (flags: object, settings: object, env: Record<string, string> = {}) =>
    resolveTarget(flags, settings, env).region;

  it('comes from the command line, the environment’s settings, the ARN, and the shell, in this order', () => {
    const env = { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' };
    expect(region({ region: 'eu-west-1' }, { region: 'eu-west-2' }, env)).toBe('eu-west-1');
    expect(region({}, { region: 'eu-west-2' }, env)).toBe('eu-west-2');
    expect(region({}, { instance: ARN }, env)).toBe('eu-central-1');
    expect(region({}, {}, env)).toBe('us-east-1');
    expect(region({}, {}, { AWS_DEFAULT_REGION: 'us-west-2' })).toBe('us-west-2');
    expect(region({}, {}, { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' })).toBe('us-west-2');
  });

  it('is left to the profile where nothing says it', () => {
    expect(resolveTarget({}, { profile: 'prod' }, {})).toMatchObject({ region: undefined, profile: 'prod' });
  });

  it('must not contradict the ARN', () => {
    expect(() => region({ region: 'eu-west-1' }, { instance: ARN })).toThrow(/eu-west-1.*eu-central-1/);
    expect(() => region({ region: 'europe' }, {})).toThrow(/not the name of an AWS Region/);
  });
});

describe('the endpoint', () => {
  it('comes from the command line, the settings, and the variables that AWS has for it', () => {
    const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:3', AWS_ENDPOINT_URL_CONNECT: 'http://127.0.0.1:2' };
    const endpoint = (flags: object, settings: object, said: Record<string, string>) =>
      resolveTarget(flags, settings, said).endpoint;
    expect(endpoint({ endpoint: 'http://127.0.0.1:0' }, { endpoint: 'http://127.0.0.1:1' }, env)).toMatch(/:0$/);
    expect(endpoint({}, { endpoint: 'http://127.0.0.1:1' }, env)).toMatch(/:1$/);
    expect(endpoint({}, {}, env)).toMatch(/:2$/);
    expect(endpoint({}, {}, { AWS_ENDPOINT_URL: 'http://127.0.0.1:3' })).toMatch(/:3$/);
    expect(endpoint({}, {}, { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toBeUndefined();
  });

  it('is on this machine or not', () => {
    for (const here of [
      'http://127.0.0.1:80',
      'http://127.9.9.9',
      'http://localhost:1',
      'http://[::1]:1',
      'https://a.localhost',
    ]) {
      expect([here, isLoopback(here)]).toEqual([here, true]);
    }
    for (const there of [
      'https://connect.eu-central-1.amazonaws.com',
      'http://127.0.0.1.example.com',
      'http://10.0.0.1',
    ]) {
      expect([there, isLoopback(there)]).toEqual([there, false]);
    }
  });

  it('needs no Region on this machine', () => {
    expect(resolveTarget({ endpoint: 'http://127.0.0.1:1' }, {}, {})).toMatchObject({
      region: 'us-east-1',
      loopback: true,
    });
  });

  it.each(['127.0.0.1:80', 'ftp://x', 'nonsense'])('is not %s', (endpoint) => {
    expect(() => resolveTarget({ endpoint }, {}, {})).toThrow(/not the address of an endpoint/);
  });
});
