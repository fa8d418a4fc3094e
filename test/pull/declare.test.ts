/** Settings → declaration → settings: nothing is lost, for every kind, whatever the values. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityData } from '../../src/check/data.ts';
import { allNames } from '../../src/check/names.ts';
import { declare, type Called } from '../../src/deploy/pull/declare.ts';
import { entityModels } from '../../src/entities/index.ts';
import type { CanonicalKind } from '../../src/entities/types.ts';
import { printFile } from '../../src/syntax/print.ts';
import { isObject, type JsonObject } from '../../src/text/json.ts';
import { NOWHERE } from '../../src/text/text.ts';
import { programOf } from '../check/project.ts';
import { settingsOfKind } from './settings.ts';
import { runs } from '../runs.ts';

const asItIs: Called = (_kind, name) => name;

function textOf(kind: CanonicalKind, name: string, settings: JsonObject, existing = false): string {
  const entity = declare({ kind, name, identifier: 'it', settings, existing }, asItIs);
  return printFile({ kind: 'file', declarations: [entity], comments: [], span: NOWHERE });
}

function settingsOf(text: string): JsonObject {
  const [named] = [...allNames(programOf(text).program)];
  if (named === undefined) throw new Error(`nothing is declared in ${text}`);
  const { display: _, existing: __, pin: ___, ...settings } = entityData(named);
  return settings as JsonObject;
}

describe('settings as declarations', () => {
  const kinds = Object.values(entityModels).filter(({ kind }) => kind !== 'flow' && kind !== 'module');

  it.each(kinds)('$kind: any settings come back the same', (model) => {
    fc.assert(
      fc.property(settingsOfKind(model), (settings) => {
        expect(settingsOf(textOf(model.kind, '+81501234XXXX', settings))).toEqual(settings);
      }),
      { numRuns: runs(60) },
    );
  });

  it('declarations of a whole call centre come back the same, one by one', () => {
    const text = readFileSync('test/entities/fixtures/call-centre.flow', 'utf8');
    let count = 0;
    for (const named of allNames(programOf(text).program)) {
      if (named.declaration.kind === 'flow') continue;
      const {
        display,
        existing,
        pin: _,
        ...settings
      } = entityData(named) as JsonObject & { display: string; existing: boolean };
      expect(settingsOf(textOf(named.kind as CanonicalKind, display, settings, existing)), named.name).toEqual(
        settings,
      );
      count++;
    }
    expect(count).toBeGreaterThan(10);
  });

  it('says days with the same hours together, and the end of the day as 24:00', () => {
    const nine = [{ from: '09:00', to: '18:00' }];
    const settings: JsonObject = {
      timezone: 'Asia/Tokyo',
      week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: [{ from: '00:00', to: '00:00' }], sat: [], sun: [] },
    };
    expect(textOf('hours', '営業 時間', settings)).toBe(
      `hours it "営業 時間" {
  timezone: "Asia/Tokyo"
  mon-thu: 09:00-18:00
  fri: 00:00-24:00
  sat-sun: closed
}
`,
    );
  });

  it('writes the description as documentation, unless that would change it', () => {
    expect(textOf('queue', 'it', { hours: 'h', description: 'For gold\ncustomers' })).toBe(
      '/// For gold\n/// customers\nqueue it { hours: h }\n',
    );
    expect(textOf('queue', 'it', { hours: 'h', description: 'trailing ' })).toBe(
      'queue it { hours: h, description: "trailing " }\n',
    );
  });

  it('takes no settings of another shape for what they are not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.jsonValue(),
        (model, odd, value) => {
          const settings = Object.fromEntries([
            ...Object.entries(odd),
            ...model.properties.map(({ key }) => [key, value]),
          ]);
          const text = textOf(model.kind, 'x', settings as JsonObject);
          expect(isObject(settingsOf(text))).toBe(true);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
