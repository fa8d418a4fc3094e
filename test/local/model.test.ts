/** The model of the service: as its description says, closed, and as large as was promised. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/connect/local/model/index.ts';
import { errorNamed, serviceOperations, shapeNamed, structureNamed } from '../../src/connect/local/model/index.ts';
import { handlers } from '../../src/connect/local/operations/index.ts';
import { route } from '../../src/connect/local/wire/router.ts';
import { serviceModelFiles } from '../../scripts/lib/service-model.mjs';

const DESCRIPTION = '../shared/reference/connect-operations.json';

const operations = Object.entries(serviceOperations());

/** Every shape that can be met from here. */
function reached(name: string, seen = new Map<string, Shape>()): Map<string, Shape> {
  if (seen.has(name)) return seen;
  const shape = shapeNamed(name);
  seen.set(name, shape);
  if ('of' in shape) reached(shape.of, seen);
  if ('members' in shape) for (const { of } of Object.values(shape.members)) reached(of, seen);
  return seen;
}

describe('the model', () => {
  it.skipIf(!existsSync(DESCRIPTION))(
    'is what the description of the service says (skipped without the description)',
    () => {
      for (const [path, text] of serviceModelFiles(JSON.parse(readFileSync(DESCRIPTION, 'utf8')))) {
        expect(readFileSync(path, 'utf8') === text, path).toBe(true);
      }
    },
  );

  it('has a handler for each of its operations, and none besides', () => {
    expect(Object.keys(handlers).sort()).toEqual(operations.map(([name]) => name).sort());
    expect(operations.length).toBeGreaterThan(110);
  });

  it('is closed: every shape and error that it names is there', () => {
    for (const [, { request, response, errors }] of operations) {
      for (const name of [request, response]) if (name !== undefined) reached(name);
      for (const name of errors) expect(errorNamed(name)?.status, name).toBeGreaterThan(399);
    }
  });

  it('has patterns that compile', () => {
    const all = new Map<string, Shape>();
    for (const [, { request, response }] of operations) {
      for (const name of [request, response]) if (name !== undefined) reached(name, all);
    }
    const patterns = [...all.values()].flatMap((shape) => ('pattern' in shape && shape.pattern ? [shape.pattern] : []));
    expect(patterns.length).toBeGreaterThan(20);
    for (const pattern of patterns) expect(() => new RegExp(pattern), pattern).not.toThrow();
  });

  it('has labels that are members of the request', () => {
    for (const [name, { uri, request }] of operations) {
      const labels = [...uri.matchAll(/\{(\w+)\}/g)].map(([, label]) => label ?? '');
      const { members } = structureNamed(request);
      const paths = Object.keys(members).filter((member) => members[member]?.in === 'path');
      expect([name, labels.sort()]).toEqual([name, paths.sort()]);
    }
  });

  it('has routes that lead to their own operation', () => {
    for (const [name, { method, uri }] of operations) {
      expect(route(method, uri.replace(/\{\w+\}/g, 'a%2Fb%3A%24c'))?.name).toBe(name);
    }
  });
});
