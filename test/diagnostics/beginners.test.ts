/** What somebody writes who guesses at the language: one message, at the right word, with the remedy. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { render } from '../../src/diagnostics/render/index.ts';

/** Errors of a flow with these statements: the code, what it underlines, the help. */
function errorsOf(body: string): readonly string[] {
  return errorsIn(`inbound flow Main {\n  on error -> disconnect\n\n${body}\n}\n`);
}

function errorsIn(text: string): readonly string[] {
  const { diagnostics } = compile([{ path: 'x.flow', text }]);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((found) => {
      const { start, end } = found.place.span;
      const help = /= help: (.*)/.exec(render([found], { format: 'human', colour: false, width: 100 }))?.[1] ?? '';
      return `${found.code} ${text.slice(start, end)} | ${help}`;
    });
}

it('`param` behind `=`, where a bare word can be nothing else', () => {
  const said = 'existing case_template Inquiry = param InquiryId { fields { title: text } }';
  expect(errorsIn(`${said}\nparam InquiryId text = "a"\n`)).toEqual([
    'syntax/unexpected-token param | Write `= InquiryId`.',
  ]);
  expect(errorsIn(`${said.replace('param InquiryId', 'InquiryId')}\nparam InquiryId text = "a"\n`)).toEqual([]);
});

const MENU = (entries: string) => `menu "Press 1." { ${entries} }\ndisconnect`;

describe('a guess at the language', () => {
  it.each([
    ['goto', 'goto bye', 'check/unknown-statement goto bye | Write `-> name`.'],
    ['goto at the end of a path', 'play "Hello."\ngoto bye', 'check/unknown-statement goto bye | Write `-> name`.'],
    ['call', 'call lambda Find\ndisconnect', 'check/unknown-statement call lambda | Did you mean `invoke lambda`?'],
    [
      'half a phrase',
      'invoke Find\ndisconnect',
      'check/unknown-statement invoke Find | With `invoke` begin `invoke module`, `invoke lambda`.',
    ],
    [
      'a phrase with a word too few',
      'transfer queue',
      'check/unknown-statement transfer queue | Did you mean `transfer to queue`?',
    ],
    [
      'a declaration',
      'queue Support { hours: Office }\ndisconnect',
      'check/unknown-statement queue Support | Declarations stand outside of flows, in any file of the project. The block is `set queue Name`.',
    ],
    ['a comment', '# Hello\ndisconnect', 'syntax/not-a-statement # | Comments begin with `//`.'],
    [
      'the kind before a name',
      'set queue queue Support\ndisconnect',
      'check/unknown-reference queue | The statement knows that it wants a queue: write the name alone.',
    ],
    [
      'an error of any action without the word for it',
      'action GetMetricData { on success -> next, on NoMatchingError -> next }\ndisconnect',
      'check/unknown-branch NoMatchingError | Did you mean `error NoMatchingError`?',
    ],
    [
      'the short word for an error of any action',
      'action GetMetricData { on success -> next, on error -> next }\ndisconnect',
      'check/unknown-branch error | Did you mean `error NoMatchingError`?',
    ],
    [
      'a branch of an action that nobody knows',
      'action Unheard { on success -> next, on open -> next }\ndisconnect',
      'check/unknown-branch open | Its branches are `success`, `error Type`, `"Operand"`.',
    ],
    ['true for on', 'set logging true\ndisconnect', 'check/value-kind true | Did you mean `on`?'],
    [
      'on for the one word that there is',
      'show view $.Attributes.v { sensitive: on, on timeout, default, error -> next }\ndisconnect',
      'check/value-kind on | Did you mean `transcript`?',
    ],
    [
      'a word for a text',
      'if $.Attributes.a == gold { play "Hello." }\ndisconnect',
      'check/value-kind gold | Did you mean `"gold"`?',
    ],
    [
      'the two sides of a comparison',
      'if "gold" == $.Attributes.a { play "Hello." }\ndisconnect',
      'check/compare-left-side "gold" | Write the attribute first: `if $.Attributes.tier == "gold"`.',
    ],
    [
      'a case without quotes',
      'match $.Attributes.a { on gold, default -> disconnect }\ndisconnect',
      'check/unknown-branch gold | Did you mean `"gold"`?',
    ],
    [
      'a branch that is called otherwise',
      'transfer to queue { on full -> disconnect }',
      'check/unknown-branch full | Did you mean `at_capacity`?',
    ],
    [
      'a branch for what the next line is for',
      'wait 5m { on timeout -> disconnect }\ndisconnect',
      'check/unknown-branch timeout | Its branches are `customer_returned`, `bot_disconnected`, `running`, `not_found`, `error`. In any other case the next line follows.',
    ],
    [
      'a number for a time',
      'check oldest_contact > 300 { on default -> disconnect }\ndisconnect',
      'check/value-kind 300 | Did you mean `300s`?',
    ],
    ['a time for a number', 'check queue_size > 5m { on default -> disconnect }\ndisconnect', 'check/value-kind 5m | '],
    ['half a comparison', 'check queue_size > { on default -> disconnect }\ndisconnect', 'check/value-kind > | '],
    [
      'a comparison that there is not',
      'check queue_size != 3 { on default -> disconnect }\ndisconnect',
      'check/value-kind != 3 | ',
    ],
    ['a number without unit and with a sign', 'wait -5\ndisconnect', 'check/value-kind -5 | '],
    ['an age without unit', 'set routing { age: -60 }\ndisconnect', 'check/value-kind -60 | Did you mean `-60s`?'],
    ['a text without quotes', 'play hello\ndisconnect', 'check/missing-operand play hello | Did you mean `"hello"`?'],
    [
      'a text of words without quotes',
      'play Hello there\ndisconnect',
      'check/missing-operand play Hello there | Did you mean `"Hello there"`?',
    ],
    [
      'a prompt by another word',
      'play audio Beep\ndisconnect',
      'check/missing-operand play audio Beep | Did you mean `prompt Beep`?',
    ],
    [
      'a value that braces hold',
      'set recording on\ndisconnect',
      'check/surplus-operand on | Remove it. Parameters stand in braces: `{ voice: … }`.',
    ],
    ['no operand', 'set logging\ndisconnect', 'check/missing-operand set logging | For example `set logging on`.'],
    [
      'times',
      'repeat 3 times { play "Hello." }\ndisconnect',
      'check/value-kind 3 times | Did you mean `repeat 3 { … }`?',
    ],
    ['break', 'repeat 3 { break }\ndisconnect', 'check/unknown-statement break | Write `-> break`.'],
    [
      'a truth value',
      'if $.Attributes.vip { play "Hello." }\ndisconnect',
      'check/value-kind $.Attributes.vip | Did you mean `$.Attributes.vip == "true"`?',
    ],
    [
      'a comparison in two words',
      'if $.Attributes.a starts with "x" { play "Hello." }\ndisconnect',
      'check/value-kind starts | Did you mean `starts_with`?',
    ],
    [
      'a path without its beginning',
      'if Attributes.a == "x" { play "Hello." }\ndisconnect',
      'syntax/unknown-character . | Did you mean `$.Attributes.a`?',
    ],
    [
      'a path with half of its beginning',
      'play $Attributes.a\ndisconnect',
      'syntax/unknown-character $ | Did you mean `$.Attributes.a`?',
    ],
    [
      'one of several values',
      'if $.Attributes.a in ["x", "y"] { play "Hello." }\ndisconnect',
      'syntax/missing-if-target [ | Whether it is one of several values asks `match $.Attributes.tier { on "gold", "silver" -> name }`.',
    ],
    ['no name', 'set queue\ndisconnect', 'check/missing-operand set queue | For example `set queue Name`.'],
    [
      'another verb',
      'update contact { name: "Order" }\ndisconnect',
      'check/unknown-statement update contact | Did you mean `set contact`?',
    ],
    [
      'another verb for a transfer',
      'route to queue',
      'check/unknown-statement route to queue | Did you mean `transfer to queue`?',
    ],
    [
      'a word for a text in a map',
      'set attributes { tier: gold, line: 5, vip: on }\ndisconnect',
      'check/value-kind gold | Did you mean `"gold"`?',
    ],
    ['half of the words', 'logging on\ndisconnect', 'check/unknown-statement logging | Did you mean `set logging`?'],
    [
      'words that several phrases begin with',
      'set hold Music\ndisconnect',
      'check/unknown-statement set hold Music | With `set hold` begin `set hold agent`, `set hold customer`.',
    ],
    [
      "a block's name that several statements say",
      'set hold_flow Music\ndisconnect',
      'check/unknown-statement set hold_flow | Write `set hold customer Name` or `set hold agent Name`.',
    ],
    [
      "a block's name, with what it is for",
      'check queue status > 5\ndisconnect',
      'check/unknown-statement check queue status | Write `check queue_size > 0` or `check oldest_contact > 5m`.',
    ],
    [
      'the language by itself',
      'set language "ja-JP"\ndisconnect',
      'check/unknown-statement set language | Write `set contact { language: en-US }`.',
    ],
    [
      'no count of rounds',
      'repeat { play "Hello." }\ndisconnect',
      'check/value-kind repeat | Did you mean `repeat 3 { … }`?',
    ],
    [
      'no comma between branches',
      MENU('on 1, timeout default -> next'),
      'check/unknown-branch timeout default | Did you mean `timeout, default`?',
    ],
    [
      'no comma behind a branch',
      MENU('on 1 -> next on timeout, default -> next'),
      'syntax/statements-on-one-line on | Put it on a line of its own, or a comma before it.',
    ],
    [
      'the kind of a target',
      MENU('on 1, timeout, default -> step bye') + '\nstep bye { disconnect }',
      'syntax/behind-target bye | Write `-> bye`.',
    ],
    [
      'a statement for a target',
      MENU('on 1, timeout, default -> play "Bye."'),
      'syntax/behind-target "Bye." | What is to be done there goes in braces, without the arrow: `{ play … }`.',
    ],
    [
      'brackets of a call',
      'set queue(Support)\ndisconnect',
      'syntax/texts-only Support | Nothing is called with brackets: write `set queue Support`, and what else there is to say in braces, as `key: value`.',
    ],
    [
      'two statements on a line',
      'play "Hello." set logging on\ndisconnect',
      'check/surplus-operand set | `set logging` begins a statement: put it on a line of its own.',
    ],
    ['a time in words', 'wait 5 minutes\ndisconnect', 'check/value-kind 5 minutes | Did you mean `5m`?'],
    [
      'a time in words, in braces',
      MENU('timeout: 8 sec, on timeout, default -> disconnect'),
      'check/value-kind 8 sec | Did you mean `8s`?',
    ],
    ['a time in quotes', 'wait "5m"\ndisconnect', 'service/parameter-value "5m" | Write it without quotes.'],
    [
      'a text for a time',
      MENU('timeout: "soon", on timeout, default -> disconnect'),
      'service/parameter-value "soon" | ',
    ],
    [
      'otherwise',
      MENU('on 1, timeout -> disconnect, on otherwise -> disconnect'),
      'check/unknown-branch otherwise | Did you mean `default`?',
    ],
    [
      'no input',
      MENU('on 1, default -> disconnect, on no_input -> disconnect'),
      'check/unknown-branch no_input | Did you mean `timeout`?',
    ],
    [
      'else for a branch',
      MENU('on 1, timeout -> disconnect, on else -> disconnect'),
      'syntax/missing-pattern else | Did you mean `on default`?',
    ],
    [
      'a value that is also what others call a branch',
      'match $.Attributes.a { on other -> disconnect, on default -> disconnect }\ndisconnect',
      'check/unknown-branch other | Did you mean `"other"`?',
    ],
    [
      'the rest of a split',
      'split { on 50%, rest -> disconnect }',
      'check/unknown-branch rest | Did you mean `default`?',
    ],
    [
      'parameters without braces',
      'set routing priority 1 age -10m\ndisconnect',
      'check/surplus-operand priority | Parameters stand in braces: `{ priority: 1, age: -10m }`.',
    ],
    ['another capital', 'set voice Kazuha Neural\ndisconnect', 'check/surplus-operand Neural | Did you mean `neural`?'],
    ['operands in another order', 'set voice neural Kazuha\ndisconnect', 'check/value-kind neural | '],
    [
      'a text under a key',
      'ask { text: "Your number?", max_digits: 4 }\ndisconnect',
      'check/unknown-parameter text | Did you mean `ask "…"`?',
    ],
    [
      'a branch like a parameter',
      'play "Hello." { error: bye }\ndisconnect',
      'check/unknown-parameter error | Did you mean `on error -> bye`?',
    ],
    [
      'a branch that a check has under another word',
      'check staffing > 0 { on false -> disconnect }\ndisconnect',
      'check/unknown-branch false | Its branches are `default`, `error`. In any other case the next line follows.',
    ],
    [
      'an only case without quotes',
      'match $.Attributes.a { on gold -> disconnect }\ndisconnect',
      'check/unknown-branch gold | Did you mean `"gold"`?',
    ],
    [
      'no comparison',
      'if $.Attributes.a "x" { play "Hello." }\ndisconnect',
      'check/value-kind "x" | Did you mean `== "x"`?',
    ],
    [
      'an operand in braces',
      'wait { timeout: 5m }\ndisconnect',
      'check/unknown-parameter timeout | Did you mean `wait 5m`?',
    ],
    [
      'a text in braces',
      'play { text: "Hello." }\ndisconnect',
      'check/unknown-parameter text | Did you mean `play "Hello."`?',
    ],
    [
      'a name in braces',
      'transfer to flow { flow: Other, on error -> disconnect }',
      'check/unknown-parameter flow | Did you mean `transfer to flow Other`?',
    ],
    ['is', 'if $.Attributes.a is "x" { play "Hello." }\ndisconnect', 'check/value-kind is | Did you mean `==`?'],
    [
      'startsWith',
      'if $.Attributes.a startsWith "x" { play "Hello." }\ndisconnect',
      'check/value-kind startsWith | Did you mean `starts_with`?',
    ],
    [
      'case',
      'match $.Attributes.a { case "x" -> disconnect, on default -> disconnect }',
      'syntax/missing-on case "x" -> disconnect | Write `on "x" -> disconnect`.',
    ],
    [
      'a colon in a statement',
      'set queue: Support\ndisconnect',
      'syntax/statements-on-one-line queue | A statement has no colon, as in `set queue Support`; parameters stand in braces, and a key is one word: `{ max_digits: 4 }`.',
    ],
    [
      'a key of two words',
      'ask "Your number?" { max digits: 4 }\ndisconnect',
      'syntax/statements-on-one-line digits | A statement has no colon, as in `set queue Support`; parameters stand in braces, and a key is one word: `{ max_digits: 4 }`.',
    ],
    [
      'an equals sign in a statement',
      'set logging = on\ndisconnect',
      'syntax/assignment set logging = on | A statement goes without it: `set logging on`. Attributes are set with `set attributes { name: "value" }`.',
    ],
    [
      'a colon for an arrow',
      MENU('on timeout, default -> disconnect, on 1: disconnect'),
      'syntax/missing-target : | Add `-> name` or `{ … }`.',
    ],
    [
      'a branch without braces',
      'play "Hello." on error -> disconnect\ndisconnect',
      'syntax/branch-behind-statement on error -> disconnect | The branches of a statement stand in its braces: `{ on … -> name }`.',
    ],
    [
      'a branch with a body without braces',
      'play "Hello." on error { play "Sorry." }\ndisconnect',
      'syntax/branch-behind-statement on error { | The branches of a statement stand in its braces: `{ on … -> name }`.',
    ],
    [
      'a branch behind a parameter',
      MENU('timeout: 5s on 1 -> disconnect, on timeout, default -> disconnect'),
      'syntax/statements-on-one-line on | Put it on a line of its own, or a comma before it.',
    ],
    [
      'a branch with a body behind a parameter',
      MENU('timeout: 5s on 1 { -> disconnect }, on timeout, default -> disconnect'),
      'syntax/statements-on-one-line on | Put it on a line of its own, or a comma before it.',
    ],
    [
      'a colon behind a condition',
      'if $.Attributes.a == "x": disconnect\ndisconnect',
      'syntax/missing-if-target : | Add `{ … }` or `-> name`.',
    ],
    [
      'elseif',
      'if $.Attributes.a == "x" { play "1" } elseif $.Attributes.a == "y" { play "2" }\ndisconnect',
      'syntax/lookalike elseif | ',
    ],
    [
      'a path without its sign',
      'play Attributes.name\ndisconnect',
      'syntax/unknown-character . | Did you mean `$.Attributes.name`?',
    ],
    [
      'a sum of texts',
      'play "Hello " + $.Attributes.name\ndisconnect',
      'syntax/unknown-character + | Texts are not added up: write the path inside of the text, `"Hello, $.Attributes.name !"`.',
    ],
    [
      'a share without its sign',
      'split { on 10 -> disconnect, on default -> disconnect }',
      'check/value-kind 10 | Did you mean `10%`?',
    ],
    [
      'shares without their sign',
      'split { on 30 -> disconnect, on 70% -> disconnect }',
      'check/value-kind 30 | Did you mean `30%`?',
    ],
    [
      'shares of more than there is',
      'split { on 60% -> disconnect, on 50% -> disconnect, on 40% -> disconnect }',
      'check/percentage-sum 50% | Let the listed shares add up to at most 100 %; what is left goes to `default`.',
    ],
    [
      'a rest of shares that leave none',
      'split { on 30%, 70% -> disconnect, on default -> disconnect }',
      'check/duplicate-branch default | Remove `on default`, or make a share smaller.',
    ],
    [
      'shares that leave none to the rest',
      'split { on default -> disconnect, on 30%, 70% -> disconnect }',
      'check/duplicate-branch 70% | Remove `on default`, or make a share smaller.',
    ],
    [
      'a comparison where there is none',
      MENU('on == timeout -> disconnect, on timeout, default -> disconnect'),
      'check/unknown-branch == timeout | Did you mean `timeout`?',
    ],
    [
      'a comparison that no case has',
      'match $.Attributes.a { on != "gold" -> disconnect, on default -> disconnect }',
      'check/unknown-branch != "gold" | Its branches are `default`.',
    ],
    [
      'values for a parameter',
      'set recording { customer }\ndisconnect',
      'check/unknown-parameter customer | Did you mean `voice: [customer]`?',
    ],
    [
      'a parameter for a statement',
      'set priority 1\ndisconnect',
      'check/unknown-statement set priority | Did you mean `set routing { priority: … }`?',
    ],
    [
      'a parameter of several statements',
      'transfer caller_id "+81501234XXXX"\ndisconnect',
      'check/unknown-statement transfer caller_id | `caller_id` is a parameter of `transfer to number`, `transfer to callback_queue`.',
    ],
    [
      'a block of the console',
      'store customer input "Your number?"\ndisconnect',
      'check/unknown-statement store customer input | Write `ask "…" { … }`.',
    ],
    [
      'a block of the console with a word too few',
      'store input "Your number?"\ndisconnect',
      'check/unknown-statement store input | Did you mean `ask`?',
    ],
    [
      'an action with a word too few',
      'create callback { delay: 5m }\ndisconnect',
      'check/unknown-statement create callback | Did you mean `transfer to callback_queue`?',
    ],
    ['another word', 'collect "Your number?"\ndisconnect', 'check/unknown-statement collect | Write `ask "…"`.'],
    ['half a percent', 'split { on 0.5% -> disconnect, on default -> disconnect }', 'check/value-kind 0.5% | '],
  ])('%s', (_, body, told) => {
    expect(errorsOf(body)).toEqual([told]);
  });
});

describe('what stands behind a mistake', () => {
  it('is not said to be out of reach because of it', () => {
    const errors = (text: string) => compile([{ path: 'x.flow', text }]).diagnostics.map(({ code }) => code);
    const text = 'inbound flow A {\n  play "Hello." -> bye\n\n  // Bye.\n  disconnect\n  step bye { disconnect }\n}\n';
    expect(errors(text)).toEqual(['syntax/jump-behind-statement']);
    expect(errors(text.replace(' -> bye', '\n  -> bye'))).toEqual(['check/dead-item']);
  });

  it('is the prompt that is called so', () => {
    expect(errorsIn('existing prompt Hello\ninbound flow A {\n  play Hello\n  disconnect\n}\n')).toEqual([
      'check/missing-operand play Hello | Did you mean `prompt Hello`?',
    ]);
  });

  it('is a prompt where prompts are due', () => {
    expect(errorsIn('customer_queue flow A {\n  loop_prompts { "Please wait." }\n}\n')).toContain(
      'check/parameter-form "Please wait." | Did you mean `play "Please wait."`?',
    );
    expect(errorsIn('customer_queue flow A {\n  loop_prompts { play: "Please wait." }\n}\n')).toContain(
      'check/parameter-form play: "Please wait." | Did you mean `play "Please wait."`?',
    );
  });
});

it('a list without anything in it is called empty', () => {
  const { diagnostics } = compile([{ path: 'x.flow', text: 'customer_queue flow Hold { loop_prompts { } }' }]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '`loop_prompts`: `play` (Messages) is an empty list, and Connect takes at least 1 element.',
  ]);
});

describe('a guess at a declaration', () => {
  it.each([
    [
      'user Ann { first_name: Ann, last_name: "B", phone: soft, routing_profile: R, security_profiles: [S] }',
      'check/property-kind Ann | Did you mean `"Ann"`?',
    ],
    [
      'outbound flow Reminder { disconnect }',
      'check/unknown-flow-type outbound | Calls that a flow makes have an `inbound` flow, too. What people hear whom an agent calls is an `outbound_whisper` flow.',
    ],
    ['chat flow Support { disconnect }', 'check/unknown-flow-type chat | Did you mean `inbound`?'],
    [
      'agent whisper flow Support {\n  play "Hello."\n  end\n}',
      'check/unknown-flow-type agent whisper | Did you mean `agent_whisper`?',
    ],
    [
      'queue Q { hours: H, outbound_caller_config: { number: N } }',
      'check/unknown-property outbound_caller_config | Did you mean `caller_id`?',
    ],
    ['prompt P { s3_uri: "s3://bucket/key" }', 'check/unknown-property s3_uri | Did you mean `source`?'],
    [
      'prompt P { source: "s3://bucket/key", arn: "a" }',
      'check/unknown-property arn | Did you mean `existing prompt Name = "arn:…"`?',
    ],
    [
      'existing queue Q\nrouting_profile P { default_outbound_queue: Q, concurrency: { voice: 1 }, QueueConfigs: [Q] }',
      'check/unknown-property QueueConfigs | Did you mean `serves Name { channels: …, priority: …, delay: … }`?',
    ],
    [
      'queue Q { hours: H, constructor: 1 }',
      'check/unknown-property constructor | It takes `hours`, `caller_id`, `outbound_whisper`, `quick_connects`, `max_contacts`, `status`, `description`, `tags`.',
    ],
    [
      'hours W {\n  timezone: "UTC"\n  mon: 8am-5:30pm\n}',
      'syntax/malformed-number 8am-5:30pm | Did you mean `08:00-17:30`?',
    ],
    ['hours W {\n  timezone: "UTC"\n  mon: 9:00 - 12:00\n}', 'syntax/unknown-character - | Did you mean `9:00-12:00`?'],
    [
      'hours W {\n  timezone: Asia/Tokyo\n  mon: 09:00-12:00\n}',
      'syntax/unknown-character / | Did you mean `"Asia/Tokyo"`?',
    ],
    ['queue Q { hours: H, caller_id: N }', 'check/property-kind N | Did you mean `{ number: N }`?'],
    ['queue Q { hours: H, caller_id: M }', 'check/property-kind M | For example `caller_id: { name: … }`.'],
    [
      'existing queue Q\nrouting_profile P {\n  default_outbound_queue: Q\n  concurrency: { voice: 1 }\n  serves Q { channels: [voice], priority: 1, delay: 0 }\n}',
      'check/property-kind 0 | Did you mean `0s`?',
    ],
    ['lambda L { returns { tier } }', 'check/property-form tier | Did you mean `tier: text`?'],
    [
      'prompt Ocean',
      'check/missing-property Ocean | Add `source: …` in its braces. Where the recording lies: `s3://bucket/key`. Or is it there already? Then declare it: `existing prompt Ocean`.',
    ],
  ])('%s', (text, told) => {
    const others =
      'existing hours H\nexisting number N "+81501234XXXX"\nexisting routing_profile R\nexisting security_profile S';
    expect(errorsIn(`${text}\n${others}\n`)).toEqual([told]);
  });
});

describe('a guess at the values of a module or a function', () => {
  it.each([
    ['invoke lambda L { phone: $.CustomerEndpoint.Address }', 'phone', 'with { phone: … }'],
    ['invoke module M { room: "12" }', 'room', 'with { room: … }'],
  ])('%s', (statement, key, meant) => {
    const text = `existing lambda L\nmodule M { return }\ninbound flow A {\n  on error -> next\n  ${statement}\n  disconnect\n}\n`;
    expect(errorsIn(text)).toEqual([`check/unknown-parameter ${key} | Did you mean \`${meant}\`?`]);
  });

  it('is none where the value is a list', () => {
    const text =
      'existing lambda L\ninbound flow A {\n  invoke lambda L { outputs: [name], on error -> next }\n  disconnect\n}\n';
    expect(errorsIn(text)).toEqual([
      'check/unknown-parameter outputs | It takes `with`, `timeout`, `returns`, `async`.',
    ]);
  });
});

describe('a step without a block', () => {
  it.each(['', 'note "Later."', '-> next'])('is told once: { %s }', (body) => {
    const text = `inbound flow A {\n  on error -> bye\n  play "a"\n  play "b"\n  -> bye\n  step bye { ${body} }\n}\n`;
    const place = body === '' ? 'syntax/empty-body { ' : 'check/path-without-end bye';
    expect(errorsIn(text)).toEqual([expect.stringContaining(place)]);
  });
});

describe('what stands behind an end', () => {
  const toldOf = (body: string) =>
    compile([{ path: 'x.flow', text: `inbound flow A {\n  on error -> next\n${body}\n}\n` }]).diagnostics.map(
      ({ code, place, message }) => `${code} ${String(place.span.start)} ${message}`,
    );
  const FIRST = 'inbound flow A {\n  on error -> next\ndisconnect\n'.length;

  it('is told at the first of it', () => {
    expect(toldOf('disconnect\nplay "x"\nplay "y"\ndisconnect')).toEqual([
      `check/dead-item ${String(FIRST)} Nothing leads here: the line above is an end.`,
    ]);
  });

  it('is one mistake where it has no end itself', () => {
    const second = String(FIRST + 'play "x"\n'.length);
    const message = 'Nothing leads to `play` here, and the path does not end.';
    expect(toldOf('disconnect\nplay "x"\nplay "y"')).toEqual([`check/path-without-end ${second} ${message}`]);
    expect(toldOf('-> goodbye\nplay "x"\nstep goodbye { disconnect }')).toEqual([
      `check/path-without-end ${String(FIRST)} ${message}`,
    ]);
  });

  it('is none where something leads to it', () => {
    expect(toldOf('if $.Attributes.a == "1" -> later\ndisconnect\nlater: play "x"\ndisconnect')).toEqual([]);
  });
});

it('all branches that a statement lacks are told at once', () => {
  const text = 'existing view V\ninbound flow A {\n  show view V { timeout: 5m }\n  disconnect\n}\n';
  expect(errorsIn(text)).toEqual([
    'check/unhandled-branch show view V | Add `on timeout, default, error -> …` in its braces, or one `on timeout, default, error -> name` at the head of the flow.',
  ]);
});

it('a flow in the place of a step is reached otherwise', () => {
  const text = 'inbound flow A {\n  play "Hello." { on error -> B }\n  disconnect\n}\ninbound flow B { disconnect }\n';
  expect(errorsIn(text)).toEqual([
    'check/unknown-target B | It is a flow: write `transfer to flow B`. To begin this one again, name its first statement.',
  ]);
});

describe('a guess at a parameter', () => {
  it.each([
    [
      'menu "Press 1."',
      'retries: 3, on 1, timeout, default -> disconnect',
      'retries | Did you mean `repeat 3 { menu … }`?',
    ],
    [
      'menu "Press 1."',
      'InputTimeLimitSeconds: 8, on 1, timeout, default -> disconnect',
      'InputTimeLimitSeconds | Did you mean `timeout`?',
    ],
    ['ask "Your number?"', 'max_attempts: 2', 'max_attempts | Did you mean `repeat 2 { ask … }`?'],
    ['play "Hello."', 'voice: Joanna', 'voice | Did you mean `set voice Joanna`?'],
    ['play "Hello."', 'language: en-US', 'language | Did you mean `set contact { language: en-US }`?'],
    [
      'get profile',
      'phone: $.CustomerEndpoint.Address, on multiple, none -> next',
      'phone | Did you mean `where { phone: … }`?',
    ],
    ['set voice Joanna', 'engine: neural', 'engine | Did you mean `set voice … neural`?'],
  ])('%s { %s }', (statement, entries, told) => {
    expect(errorsOf(`${statement} { ${entries} }\ndisconnect`)).toEqual([`check/unknown-parameter ${told}`]);
  });

  it.each([
    ['create case C { on error -> next }', 'C', 'Parameters stand in braces: `{ template: C }`.'],
    ['set routing criteria', 'criteria', 'Did you mean `set routing_criteria`?'],
  ])('%s', (statement, surplus, help) => {
    const text = `existing case_template C\ninbound flow A {\n  on error -> next\n  ${statement}\n  disconnect\n}\n`;
    expect(errorsIn(text)).toEqual([`check/surplus-operand ${surplus} | ${help}`]);
  });

  it('a name that needs quotes is suggested in them', () => {
    const text =
      'existing queue "Front desk"\nexisting security_profile S\nrouting_profile P { concurrency: { voice: 1 }, default_outbound_queue: FrontDesk }\n' +
      'inbound flow A {\n  set queue FrontDesk { on error -> next }\n  disconnect\n}\n';
    expect(errorsIn(text)).toEqual([
      'check/undeclared-name FrontDesk | Did you mean `"Front desk"`?',
      'check/unknown-reference FrontDesk | Did you mean `"Front desk"`?',
    ]);
  });

  it('a map under another name stands in the braces for such', () => {
    const text =
      'existing bot B\ninbound flow A {\n  bot B "Hello." { attributes { tier: "gold" }, on default, error -> next }\n  disconnect\n}\n';
    expect(errorsIn(text)).toEqual([
      'check/unknown-parameter attributes { tier: "gold" } | Did you mean `session { … }`?',
    ]);
  });

  it('a queue behind `transfer to queue` where only waiting contacts have one', () => {
    expect(
      errorsIn(
        'existing queue Q\ninbound flow A {\n  transfer to queue Q { on at_capacity, error -> disconnect }\n}\n',
      ),
    ).toEqual([
      'service/wrong-flow-type transfer to queue Q | It is for customer_queue flows. Here `set queue Name` says which, and `transfer to queue` behind it stands alone.',
    ]);
  });
});

describe('a guess at a key', () => {
  it('is told with the key that it is the beginning of, which then does not count as missing', () => {
    const user = 'user Ann { first: "A", last: "B", phone: soft, routing: Main, security: [Agent] }';
    expect(errorsIn(user)).toEqual(
      [
        ['first', 'first_name'],
        ['last', 'last_name'],
        ['routing', 'routing_profile'],
        ['security', 'security_profiles'],
      ].map(([said, key]) => `check/unknown-property ${said} | Did you mean \`${key}\`?`),
    );
  });

  it('is told in statements too', () => {
    const body = MENU('between: 3s, on timeout, default -> disconnect');
    expect(errorsOf(body)).toEqual(['check/unknown-parameter between | Did you mean `between_digits`?']);
  });
});

describe('a colon that is missing', () => {
  it.each([
    [MENU('timeout 8s, on timeout, default -> disconnect'), '`timeout: 8s`', 'timeout 8s'],
    ['set recording { voice [agent, customer] }\ndisconnect', '`voice: [agent, customer]`', 'voice [agent, customer]'],
    ['set attributes { topic "tea" }\ndisconnect', '`topic: "tea"`', 'topic "tea"'],
    ['invoke lambda L { with { phone $.CustomerEndpoint.Address } }', '`phone: $.CustomerEndpoint.Address`', undefined],
    ['action BrewTea { Strength "3" }\ndisconnect', '`Strength: "3"`', 'Strength "3"'],
    [`set attributes { topic "${'tea '.repeat(10)}" }\ndisconnect`, '`topic: …`', `topic "${'tea '.repeat(10)}"`],
    [MENU('timeout, on timeout, default -> disconnect'), '`timeout: …`', 'timeout'],
  ])('%s', (body, form, said) => {
    const source = `existing lambda L\ninbound flow A {\n  on error -> next\n  ${body}\n  disconnect\n}`;
    const at = said ?? form.slice(1, -1).replace(':', '');
    expect(errorsIn(source)).toEqual([`check/parameter-form ${at} | Did you mean ${form}?`]);
  });
});

describe('a value of another kind', () => {
  it.each([
    ['loud', '`loud` is not one of `agent`, `customer`.'],
    ['loud'.repeat(11), 'Here one of `agent`, `customer` is wanted.'],
    ['{ a: 1 }', 'Here one of `agent`, `customer` is wanted.'],
  ])('is shown where it is short: %s', (value, message) => {
    const text = `inbound flow Main {\n  set recording { voice: [${value}] }\n  disconnect\n}\n`;
    expect(compile([{ path: 'x.flow', text }]).diagnostics.map((found) => found.message)).toContain(message);
  });
});

describe('nothing is passed over', () => {
  const REMOVE = 'Remove it.';

  it.each([
    ['behind `split`', 'split 50% { on 50%, default -> disconnect }', `check/surplus-operand 50% | ${REMOVE}`],
    ['behind a note', 'note "One." "Two."\ndisconnect', `check/surplus-operand "Two." | ${REMOVE}`],
    ['in braces of a note', 'note "One." { a: 1 }\ndisconnect', `check/surplus-operand { a: 1 } | ${REMOVE}`],
    [
      'in `document`',
      'document { on error -> none }\ndisconnect',
      'check/unknown-parameter on error -> none | It takes none.',
    ],
    [
      'that is a param alone',
      'param Greeting\ndisconnect\n}\nparam Greeting text = "Hello."\nmodule M {\n  return',
      'check/unknown-statement param Greeting | Name the block as the console does, or say any action with `action TypeName { … }`.',
    ],
    [
      'that looks like a param',
      'param Greeting text = "Hello."\ndisconnect',
      'syntax/assignment param Greeting text = "Hello." | Attributes are set with `set attributes { name: "value" }`.',
    ],
  ])('%s', (_, body, told) => {
    expect(errorsOf(body)).toEqual([told]);
  });
});

describe('a guess at declarations', () => {
  const FLOW = 'inbound flow Main {\n  disconnect\n}\n';

  it.each([
    ['import', 'import "other.flow"', 'import | The files of a project share their names: nothing is imported.'],
    ['the kind of a flow alone', 'inbound Other { disconnect }', 'inbound | Did you mean `inbound flow`?'],
  ])('%s', (_, line, told) => {
    expect(errorsIn(`${FLOW}${line}\n`)).toEqual([`check/unknown-kind ${told}`]);
  });

  it('too much behind the name is told once', () => {
    const found = errorsIn(
      `${FLOW}hours Office { timezone: "UTC", mon: 09:00-18:00 }\nqueue Foo hours Office { hours: Office }\n`,
    );
    expect(found).toEqual(['check/surplus-text hours Office | Put the rest in braces as `key: value`, or remove it.']);
  });

  it('values of an attribute, as modules say them, stand in its braces', () => {
    expect(errorsIn(`${FLOW}attribute tier "gold" | "silver"\n`)).toEqual([
      'check/surplus-text | "silver" | Write `{ values: ["gold", "silver"] }`.',
    ]);
  });

  it('the kind behind `flow`', () => {
    expect(errorsIn('flow inbound Main {\n  disconnect\n}\n')).toEqual([
      'syntax/name-in-several-words Main | Put a name of several words in quotes. The kind of a flow stands before it: `inbound flow Name`.',
    ]);
  });
});

describe('what may be said', () => {
  it('is asking whether there is a value', () => {
    expect(errorsOf('if $.Attributes.a exists { play "Hello." }\ndisconnect')).toEqual([]);
  });
});

it('a sign too much is removed, and the fix says so', () => {
  const { diagnostics } = compile([
    { path: 'x.flow', text: 'inbound flow Main {\n  set logging on;\n  disconnect\n}\n' },
  ]);
  expect(diagnostics.map(({ code, fixes }) => [code, fixes?.[0]?.title])).toEqual([['syntax/lookalike', 'Remove `;`']]);
});
