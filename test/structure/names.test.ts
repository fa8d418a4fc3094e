import { describe, expect, it } from 'vitest';
import { structure } from '../../src/constructs/structure/index.ts';
import { goalsOf } from '../../src/constructs/structure/goals.ts';
import { nameBook } from '../../src/constructs/structure/names.ts';
import { camelCase } from '../../src/text/words.ts';
import { nodesOf } from '../../src/constructs/structure/nodes.ts';
import type { RaisedBlock } from '../../src/constructs/types.ts';
import { name, param, path, pattern, text, word } from '../../src/syntax/make.ts';
import { compare, invoke, loop, make, onPattern, onWord, play, to } from './make-blocks.ts';

/** The name that a block gets in a flow of these blocks, when nothing else has a name yet. */
function nameOf(blocks: readonly RaisedBlock[], id: string): string {
  const nodes = nodesOf(blocks, goalsOf(blocks, undefined));
  const node = nodes.find(({ block }) => block.id === id);
  if (node === undefined) throw new Error(`no block ${id}`);
  return nameBook([], nodes)(node);
}

/** A flow in which two conditions lead to the block. */
const twice = (target: RaisedBlock): RaisedBlock[] => [
  compare('c1', { a: to(target.id) }, to('z')),
  compare('c2', { c: to(target.id) }, to('z')),
  target,
  make('z', 'terminal', 'stop'),
];

const set = (id: string, more: Partial<RaisedBlock> = {}): RaisedBlock => ({
  ...make(id, 'plain', 'set queue', { success: to('z') }),
  words: [word('set'), word('queue')],
  ...more,
});

/** A flow that needs names for `x` and `y`: neither can stand below or in braces. */
const stepsOf = (x: RaisedBlock, y: RaisedBlock): RaisedBlock[] => [
  compare('c', { a: to('x'), b: to('y') }, to('d')),
  compare('d', { c: to('x'), d: to('y') }, to('z')),
  { ...x, success: to('x') },
  { ...y, success: to('y') },
  make('z', 'terminal', 'stop'),
];

describe('names', () => {
  it('come from the name that people gave, in five words that mean something', () => {
    const named = (label: string) => nameOf(twice(set('x', { label })), 'x');
    expect(named('Check the VMX offer status for this caller again')).toBe('checkVmxOfferStatusCaller');
    expect(named('営業時間外')).toBe('営業時間外');
  });

  it('come from the step that the block stood in where it was built, unless people gave the same form of name', () => {
    const built = (id: string) => nameOf(twice(set(id)), id);
    expect(built('goodbye - set queue Support')).toBe('goodbye');
    expect(built('お別れ - set queue Support 4k1ab')).toBe('お別れ');
    expect(built('Menu - Main')).not.toBe('Menu');
  });

  it('leave the name itself on the first statement of a step', () => {
    const stepOf = (label: string) => {
      const { items } = structure({ blocks: stepsOf(set('x'), set('y', { label })), start: 'c' });
      return items.find((item) => item.kind === 'step');
    };
    expect(stepOf('Park the caller')).toMatchObject({
      name: { text: 'parkCaller', quoted: false },
      body: { items: [{ label: { text: 'Park the caller', quoted: true } }, { target: { text: 'parkCaller' } }] },
    });
    // What can be a step's name is that too: one block, one name.
    for (const label of ['待ち', 'park-caller']) {
      expect(stepOf(label)).toMatchObject({
        name: { text: label },
        body: { items: [{ label: { text: label, quoted: false } }, { target: { text: label } }] },
      });
    }
    expect(stepOf('error')).toMatchObject({
      name: { text: 'setQueue2' },
      body: { items: [{ label: { text: 'error' } }, { target: { text: 'setQueue2' } }] },
    });
  });

  it('quote a label that would be read as a target', () => {
    const blocks = [set('a', { label: 'next', success: to('b') }), set('b', { success: to('a') })];
    expect(structure({ blocks, start: 'a' }).items).toMatchObject([
      { label: { text: 'next', quoted: true } },
      {},
      { target: { text: 'next', quoted: true } },
    ]);
  });

  it('give a second block of one name a number', () => {
    const blocks = [
      set('a', { label: 'Bye', success: to('b') }),
      set('b', { label: 'Bye' }),
      make('z', 'terminal', 'stop'),
    ];
    expect(structure({ blocks, start: 'a' }).items).toMatchObject([
      { label: { text: 'Bye' } },
      { label: { text: 'Bye 2' } },
      {},
    ]);
  });

  it('come from the one literal that leads there, if it is a word', () => {
    const by = (said: string) =>
      nameOf([compare('c', { [said]: to('x') }, to('z')), set('x'), make('z', 'terminal', 'stop')], 'x');
    expect(by('DTMF')).toBe('dtmf');
    expect(by('gold member')).toBe('goldMember');
    expect(by('SpeakToAgentIntent')).toBe('speakToAgent');
    expect(by('AMAZON.HelpIntent')).toBe('help');
    expect(by('Intent')).toBe('intent');
    expect(by('true')).toBe('setQueue');
    expect(by('Back')).toBe('setQueue');
    expect(by('2')).toBe('setQueue');
    const bot = (id: string, said: string) =>
      make(id, 'decision', 'bot', {
        branches: [onPattern(pattern([text(said)]), to('x')), onWord('default', to('z'))],
      });
    const ofTwo = (one: string, other: string) => nameOf([bot('c', one), bot('d', other), set('x')], 'x');
    expect(ofTwo('gold', 'gold')).toBe('gold');
    expect(nameOf([...['c', 'd'].map((id) => compare(id, { gold: to('x') }, to('z'))), set('x')], 'x')).toBe(
      'setQueue',
    );
    expect(ofTwo('gold', 'silver')).toBe('setQueue');
    expect(nameOf(twice(set('x')), 'x')).toBe('setQueue');
  });

  it('come from what the branches mean, when they mean one thing', () => {
    const from = (...sources: RaisedBlock[]) =>
      nameOf([...sources, set('x', { nameHints: ['hint'] }), make('z', 'terminal', 'stop')], 'x');
    const on = (phrase: string, ...said: string[]) =>
      make(`${phrase} ${said.join(' ')}`, 'check', phrase, {
        success: to('z'),
        branches: said.map((each) => onWord(each, to('x'))),
      });
    expect(from(on('check hours', 'closed'))).toBe('closed');
    expect(from(on('check hours', 'closed', 'next_action', 'error'))).toBe('closed');
    const asConditions = make('hours', 'check', 'check hours', {
      success: to('z'),
      branches: ['closed', 'next_action'].map((each) => onPattern(pattern([word(each)]), to('x'))),
    });
    expect(from(asConditions)).toBe('closed');
    expect(from(on('check staffing', 'default'), on('check agents_online', 'default', 'error'))).toBe('noAgents');
    expect(from(on('check queue_size', 'default'))).toBe('queueBusy');
    expect(from(on('get profile', 'none'))).toBe('noProfile');
    expect(from(on('get case', 'none'))).toBe('noCase');
    expect(from(on('menu', 'timeout', 'default', 'error'), on('ask', 'error'))).toBe('noInput');
    expect(from(on('set callback_number', 'invalid_number', 'not_dialable'), on('ask', 'invalid_number'))).toBe(
      'invalidNumber',
    );
    expect(from(on('transfer to queue', 'at_capacity', 'error'))).toBe('queueFull');
    expect(from(on('check hours', 'closed'), on('check staffing', 'default'))).toBe('hint');
    expect(from(on('check hours', 'closed'), set('a', { success: to('x') }))).toBe('hint');
  });

  it('of the start do not come from ways back to it', () => {
    const blocks = [set('x', { success: to('c'), nameHints: ['hint'] }), compare('c', { gold: to('x') }, to('z'))];
    const all = [...blocks, make('z', 'terminal', 'stop')];
    expect(structure({ blocks: all, start: 'x' }).stepNames.get('x')).toBe('hint');
    expect(nameOf([blocks[1] as RaisedBlock, { ...(blocks[0] as RaisedBlock), success: to('z') }], 'x')).toBe('gold');
  });

  it('say that several statements failed when nothing better is known', () => {
    const failing = (target: RaisedBlock) =>
      nameOf([invoke('a', to('b'), to('x')), invoke('b', to('z'), to('x')), target], 'x');
    expect(failing(set('x'))).toBe('failed');
    expect(failing(set('x', { nameHints: ['apology'] }))).toBe('apology');
    expect(nameOf([invoke('a', to('z'), to('x')), set('x')], 'x')).toBe('setQueue');
  });

  it('come from what is compared, less what all comparisons of the flow begin with', () => {
    const looks = (id: string, at: string) => ({
      ...compare(id, { a: to('x'), b: to('x') }, to('z')),
      words: [path(at)],
    });
    const target = looks('x', '$.External.Rule_offerType');
    expect(nameOf([looks('c', '$.External.Rule_state'), target], 'x')).toBe('checkOfferType');
    expect(nameOf([looks('c', '$.Attributes.state'), target], 'x')).toBe('checkRuleOfferType');
    expect(nameOf([target, looks('c', "$.External['Rule state']")], 'c')).toBe('checkRuleState');
    const more = [looks('c', '$.External.Rule_state'), looks('d', '$.Channel')];
    expect(nameOf([...more, target], 'x')).toBe('checkOfferType');
    expect(nameOf([...more, target], 'd')).toBe('checkChannel');
  });

  it('come from the first words that are spoken', () => {
    const says = (said: string) => nameOf(twice({ ...play('x', to('z')), words: [word('play'), text(said)] }), 'x');
    expect(says('Please hold the line for an agent.')).toBe('holdLineAgent');
    expect(says('<speak>Your <b>call</b> is important</speak>')).toBe('callImportant');
    expect(says('本日の受付は終了いたしました。またおかけください。')).toBe('本日の受付は終了いたしました');
    expect(says('只今、電話が大変混雑しております。')).toBe('只今電話が大変混雑しております');
    expect(says("I'm sorry. We have encountered an error and cannot take your call.")).toBe('encounteredError');
    expect(says('We’re currently having technical difficulties. Please try again later.')).toBe(
      'technicalDifficulties',
    );
    expect(says('Press 1 for sales, press 2 for support, or press 3 for the rest.')).toBe('salesSupport');
    expect(says('Press 1 for sales, or 2 for support.')).toBe('salesSupport');
    expect(says("If you know your party's extension, please dial it now.")).toBe('knowPartysExtension');
    expect(says('Thank you for calling. For account balances, press 1.')).toBe('accountBalances');
    expect(says('Gracias por llamar. Su llamada es muy importante.')).toBe('llamadaImportante');
    expect(says('Thank you for calling Example Corporation.')).toBe('thankCallingExample');
    expect(says('Your call may be recorded.')).toBe('callRecorded');
    expect(says('Wir sind derzeit nicht erreichbar.')).toBe('nichtErreichbar');
    expect(says('Please leave your message after the tone.')).toBe('leaveMessage');
    expect(says('Sorry. Goodbye.')).toBe('goodbye');
    expect(says('Sorry!')).toBe('sorry');
    expect(says('$.External.text')).toBe('message');
    expect(says('   ')).toBe('message');
    // A clause of small words alone is none.
    expect(says('We are sorry, we cannot take your call.')).toBe('cannotTakeCall');
    expect(says('We could not look that up.')).toBe('couldNotLookUp');
    expect(says('That DID NOT work.')).toBe('didNotWork');
    expect(says('It is not valid.')).toBe('notValid');
    expect(says('x'.repeat(300))).toBe('message');
    // A word of the language alone is no name.
    expect(says('Error.')).toBe('errorMessage');
    // Connect takes no block that is called so.
    expect(says('Constructor')).toBe('message');
  });

  it('of a loop come from what it repeats, unless that needs the name itself', () => {
    const asks = (target: string) => ({
      ...play('p', to(target)),
      words: [word('play'), text('For new orders, press 1.')],
    });
    expect(nameOf([...twice(loop('l', to('p'), to('z'))), asks('l')], 'l')).toBe('newOrders');
    expect(nameOf([...twice(loop('l', to('p'), to('z'))), asks('p')], 'l')).toBe('again');
    expect(nameOf([loop('l', to('l'), to('z')), make('z', 'terminal', 'stop')], 'l')).toBe('again');
    expect(nameOf(twice({ ...loop('l', to('p'), to('z')), label: 'Try thrice' }), 'l')).toBe('tryThrice');
  });

  it('fall back to the verb', () => {
    const verb = (phrase: string) =>
      nameOf(
        [make('x', 'plain', phrase, {})].map((b) => ({ ...b, words: [] })),
        'x',
      );
    expect(['transfer to queue', 'check hours', 'disconnect', 'end', 'show view', 'action Odd-Type'].map(verb)).toEqual(
      ['toQueue', 'checkHours', 'hangUp', 'done', 'view', 'oddType'],
    );
    expect(verb('…')).toBe('step2');
  });

  it('come from the text of an action that no verb can say', () => {
    const raw = make('x', 'decision', 'action GetParticipantInput', {
      entries: [param(name('Text'), text('Sales or service?'))],
    });
    expect(nameOf(twice({ ...raw, words: [word('action'), word('GetParticipantInput')] }), 'x')).toBe('salesService');
  });

  it('get numbers where they clash, and are never a word of the language', () => {
    const hinted = (id: string) => set(id, { nameHints: ['sales'] });
    const { stepNames } = structure({ blocks: stepsOf(hinted('x'), hinted('y')), start: 'c' });
    expect([...stepNames]).toEqual([
      ['x', 'sales'],
      ['y', 'sales2'],
    ]);
    const banned = ['end', 'match', 'on', 'error', 'default', 'not a name'];
    expect(nameOf(twice(set('x', { nameHints: [...banned, 'queue'] })), 'x')).toBe('queue');
  });

  it('get no number behind a number', () => {
    const hinted = (id: string) => set(id, { nameHints: ['b7'] });
    const { stepNames } = structure({ blocks: stepsOf(hinted('x'), hinted('y')), start: 'c' });
    expect([...stepNames.values()]).toEqual(['b7', 'setQueue']);
  });

  it('keep clear of ids that no block has', () => {
    const blocks = [
      ...stepsOf(set('x', { nameHints: ['gone'] }), set('y')),
      make('lost', 'plain', 'x', { success: { kind: 'dangling', id: 'gone' } }),
    ];
    expect(structure({ blocks, start: 'c' }).stepNames.get('x')).toBe('gone2');
  });

  it('do not depend on the rest of the flow', () => {
    const blocks = stepsOf(set('x', { nameHints: ['sales'] }), set('y'));
    const more = [set('first', { nameHints: ['sales'], success: to('c') }), ...blocks];
    expect(structure({ blocks: more, start: 'first' }).stepNames).toEqual(structure({ blocks, start: 'c' }).stepNames);
  });
});

describe('camelCase', () => {
  it.each([
    ['Check VMX offer status', 'checkVmxOfferStatus'],
    ['CallerID lookup', 'callerIDLookup'],
    ['VMXCore', 'vmxCore'],
    ["Customer's first call", 'customersFirstCall'],
    ['3 attempts left', 'attemptsLeft'],
    ['Para una consulta del seguro', 'consultaSeguro'],
    ['Bitte wählen Sie die Abteilung', 'wählenAbteilung'],
    ['the', 'the'],
    ['123', ''],
    ['', ''],
    ['Say $.Attributes.name twice', 'sayTwice'],
  ])('says %j as %j', (said, expected) => {
    expect(camelCase(said, 5)).toBe(expected);
  });
});
