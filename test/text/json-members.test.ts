/** Members of JSON along dotted paths. */
import { expect, it } from 'vitest';
import { valueAt } from '../../src/text/json-members.ts';

const VALUE = { Media: { Uri: 'a' }, Messages: [{ Text: 'b' }], Empty: null, 'Dotted.Key': 'c' };

it.each([
  ['Media', { Uri: 'a' }],
  ['Media.Uri', 'a'],
  ['Messages.0.Text', 'b'],
  ['Messages.1.Text', undefined],
  ['Messages.Text', undefined],
  ['Media.Uri.0', undefined],
  ['Empty.Uri', undefined],
  ['Empty', null],
  ['Media.', undefined],
  ['toString', undefined],
  ['Media.toString', undefined],
  ['Dotted.Key', undefined],
])('%s', (path, value) => {
  expect(valueAt(VALUE, path)).toEqual(value);
});
