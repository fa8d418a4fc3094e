/** What a block's own content offers as a name for it. */
import { expect, it } from 'vitest';
import { nameHints } from '../../src/constructs/name-hints.ts';
import type { Json } from '../../src/text/json.ts';
import { path, word, words } from '../../src/syntax/make.ts';

function pageCalled(heading: Json) {
  const parameters = { ViewResource: { Id: 'form' }, ViewData: { Heading: heading } };
  const action = { id: 'a', type: 'ShowView', parameters, next: undefined, errors: [], conditions: [] };
  return nameHints(action as never, 'show view', [word('show'), word('view'), word('Form')]);
}

it.each<[Json, readonly string[]]>([
  ['Review and submit', ['reviewAndSubmit', 'form']],
  ['ご住所の確認', ['ご住所の確認', 'form']],
  ['$.Customer.FirstName wants to book', ['form']],
  ['I have sent the request that you asked for.', ['form']],
  ['The customer may call about…', ['form']],
  [{ Label: 'Heading' }, ['form']],
])('a page of a guide is called by its title %j before its view', (heading, hints) => {
  expect(pageCalled(heading)).toEqual(hints);
});

it.each([
  ['$.Queue.Name', 'queueName'],
  ["$.Attributes['Type']", 'attributesType'],
  ['$.ContactId', 'contactId'],
  ['$.Attributes.tier', 'tier'],
  ['$.Id', 'id'],
])('what speaks %s is called %s', (from, hint) => {
  const action = { id: 'a', type: 'MessageParticipant', parameters: {}, next: undefined, errors: [], conditions: [] };
  expect(nameHints(action as never, 'play', [word('play'), path(from)])).toEqual([hint]);
});

it.each([
  [[word('play'), word('prompt'), word('Welcome')], ['welcome']],
  [[word('play'), word('prompt'), path('$.External.greetingArn')], ['greetingArn']],
  [[word('play'), word('ssml'), path('$.External.greeting')], ['greeting']],
  [[word('set'), word('callback_number'), path('$.CustomerEndpoint.Address')], []],
  [[word('set'), word('callback_number'), path('$.StoredCustomerInput')], []],
])('what a block plays names it, and not how, nor what every call has: %j', (said, hints) => {
  const action = { id: 'a', type: 'MessageParticipant', parameters: {}, next: undefined, errors: [], conditions: [] };
  const phrase = said[0]?.kind === 'word' && said[0].text === 'set' ? 'set callback_number' : 'play';
  expect(nameHints(action as never, phrase, said)).toEqual(hints);
});

it.each([
  ['_01MainMenu', ['mainMenu']],
  ['_0xDialExtension', ['dialExtension']],
  ['_24時間', []],
  ['Main2', ['main2']],
])('what leads to %s is called by the words behind the number', (flow, hints) => {
  const action = { id: 'a', type: 'TransferToFlow', parameters: {}, next: undefined, errors: [], conditions: [] };
  expect(nameHints(action as never, 'transfer to flow', [...words('transfer to flow'), word(flow)])).toEqual(hints);
});

it('what checks a thing is not called like the thing', () => {
  const action = {
    id: 'a',
    type: 'CheckHoursOfOperation',
    parameters: {},
    next: undefined,
    errors: [],
    conditions: [],
  };
  const hints = (thing: string) => nameHints(action as never, 'check hours', [...words('check hours'), word(thing)]);
  expect(hints('OfficeHours')).toEqual(['checkOfficeHours']);
  expect(hints('営業時間')).toEqual(['営業時間']);
  expect(hints('MTA31AEAWK')).toEqual([]);
});
