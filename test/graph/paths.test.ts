import { describe, expect, it } from 'vitest';
import { eachPath, pathsIn, wholePath } from '../../src/graph/paths.ts';

const texts = (value: string): readonly string[] => pathsIn(value).map(({ text }) => text);

describe('paths in a value', () => {
  it.each([
    ['$.External.tier', ['$.External.tier']],
    ['Hello $.External.name, welcome.', ['$.External.name']],
    ['Goodbye $.External.name.', ['$.External.name']],
    ['$.A.x and $.B.y-z', ['$.A.x', '$.B.y-z']],
    ["$.Attributes['a b'].c", ["$.Attributes['a b'].c"]],
    ["$.SegmentAttributes['connect:Subtype']", ["$.SegmentAttributes['connect:Subtype']"]],
    ["$.External.['x']", ["$.External.['x']"]],
    ['arn:aws:lambda:$.AwsRegion:000000000000:function:f', ['$.AwsRegion']],
    ['それでは$.Attributes.name様', ['$.Attributes.name']],
    ['$.Attributes.名前。', ['$.Attributes.名前']],
    ['It costs $.50 or $5 or $', []],
    ['${Token} and {{token}}', []],
    ['$.', []],
    ["$.External['`$.Attributes.key`']", ["$.External['`$.Attributes.key`']", '$.Attributes.key']],
    ['$.DataTableList.ResultData.primaryKeyGroups.G[0].x', ['$.DataTableList.ResultData.primaryKeyGroups.G[0].x']],
  ])('%s', (value, expected) => {
    expect(texts(value)).toEqual(expected);
  });

  it('are taken apart', () => {
    expect(pathsIn("a $.Views.ViewResultData['x y'][0].z")[0]).toEqual({
      text: "$.Views.ViewResultData['x y'][0].z",
      start: 2,
      segments: ['Views', 'ViewResultData', 'x y', '0', 'z'],
    });
    expect(pathsIn("$.External['`$.Attributes.key`']")[0]?.segments).toEqual(['External', '*']);
  });

  it('never make a broken one throw', () => {
    for (const value of ["$.A['", '$.A[', '$.A[]', '$..', '$$', "$['x", '$.A.b..c'])
      expect(() => pathsIn(value)).not.toThrow();
  });
});

describe('a value that is one path as a whole', () => {
  it.each(['$.External.tier', '$.Attributes.名前', "$.Attributes['a b']", '$.Channel'])('%s', (value) => {
    expect(wholePath(value)?.text).toBe(value);
  });
  it.each(['Hello $.External.tier', '$.External.tier!', '$.External.tier ', 'tier', '', '$', '$5'])(
    'not: %s',
    (value) => {
      expect(wholePath(value)).toBeUndefined();
    },
  );
});

describe('paths in a JSON value', () => {
  it('come with the keys that lead to them', () => {
    const found: string[] = [];
    const value = { Text: 'Hi $.A.b', Messages: [{ Text: '$.C.d' }, { Text: 'x' }], n: 1, e: null, b: true };
    eachPath(value, ({ text }, keys) => found.push(`${keys.join('.')} ${text}`));
    expect(found).toEqual(['Text $.A.b', 'Messages.0.Text $.C.d']);
  });
});
