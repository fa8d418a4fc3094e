/** The model of the service against that of botocore, where that is installed: two descriptions that were made apart. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { errorNamed, serviceOperations, shapeNamed, structureNamed } from '../../src/connect/local/model/index.ts';

interface BotocoreMember {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring' | 'header';
  readonly locationName?: string;
}

interface BotocoreShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, BotocoreMember>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly error?: { readonly httpStatusCode: number };
}

interface Botocore {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly http: { readonly method: string; readonly requestUri: string };
        readonly input?: { readonly shape: string };
        readonly output?: { readonly shape: string };
        readonly errors?: readonly { readonly shape: string }[];
      }
    >
  >;
  readonly shapes: Readonly<Record<string, BotocoreShape>>;
}

function installed(): Botocore | undefined {
  try {
    const where = 'import botocore, os; print(os.path.dirname(botocore.__file__))';
    const folder = execFileSync('python3', ['-c', where], { encoding: 'utf8', stdio: 'pipe' }).trim();
    const file = join(folder, 'data/connect/2017-08-08/service-2.json');
    const text = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
    return JSON.parse(text.toString()) as Botocore;
  } catch {
    return undefined;
  }
}

const botocore = installed();
if (botocore === undefined) console.warn('botocore: skipped, because python3 has none here');

const PLACES = { uri: 'path', querystring: 'query', header: 'header' } as const;
const KINDS: Readonly<Record<string, readonly string[]>> = {
  integer: ['number'],
  long: ['number'],
  double: ['number'],
  float: ['number'],
  structure: ['structure', 'union'],
};

describe.skipIf(botocore === undefined)('the model of the service, and that of botocore', () => {
  const { operations, shapes } = botocore ?? { operations: {}, shapes: {} };
  const both = Object.keys(serviceOperations()).filter((name) => Object.hasOwn(operations, name));

  test('have most operations in common', () => {
    expect(both.length).toBeGreaterThan(150);
  });

  test.each(both)('%s', (name) => {
    const [ours, theirs] = [serviceOperations()[name], operations[name]];
    expect({ method: ours?.method, uri: ours?.uri }).toEqual({
      method: theirs?.http.method,
      uri: theirs?.http.requestUri,
    });
    for (const { shape } of theirs?.errors ?? []) {
      expect(ours?.errors).toContain(shape);
      expect(errorNamed(shape)?.status, shape).toBe(shapes[shape]?.error?.httpStatusCode);
    }
    compare(ours?.request, theirs?.input?.shape, new Set());
    compare(ours?.response, theirs?.output?.shape, new Set());
  });

  /** What botocore has, ours has too, of the same kind and in the same place; ours may be newer. */
  function compare(our: string | undefined, their: string | undefined, seen: Set<string>): void {
    const members = shapes[their ?? '']?.members ?? {};
    if (their === undefined || seen.has(their)) return;
    seen.add(their);
    const structure = structureNamed(our);
    for (const [member, { shape, location, locationName }] of Object.entries(members)) {
      const at = `${their}.${member}`;
      const found = structure.members[member];
      expect(found, at).toBeDefined();
      if (found === undefined) continue;
      expect(found.in, at).toBe(location === undefined ? undefined : PLACES[location]);
      expect(found.wire ?? member, at).toBe(locationName ?? member);
      const [mine, type] = [shapeNamed(found.of), shapes[shape]?.type ?? ''];
      expect(KINDS[type] ?? [type], at).toContain(mine.is);
      if (mine.is === 'string')
        expect(mine.enum ?? [], at).toEqual(expect.arrayContaining([...(shapes[shape]?.enum ?? [])]));
      if (type === 'structure') compare(found.of, shape, seen);
    }
    const required = Object.keys(structure.members).filter((member) => structure.members[member]?.required);
    const known = required.filter((member) => Object.hasOwn(members, member));
    expect(known.sort(), their).toEqual([...(shapes[their]?.required ?? [])].sort());
  }
});
