/** `[title, text]`: one mistake each, as people make it. golden.txt shows what is said. */

const H = 'existing hours H\n';
const Q = 'existing queue Q\n';
const week = (lines: string) => `hours H {\n  timezone: "Asia/Tokyo"\n  ${lines}\n}`;
const profile = (lines: string) =>
  `${Q}routing_profile P {\n  concurrency: { voice: 1 }\n  default_outbound_queue: Q\n  ${lines}\n}`;
const user = (lines: string) =>
  `existing routing_profile P\nexisting security_profile S\nuser u { routing_profile: P, security_profiles: [S], ${lines} }`;

export const CASES: readonly (readonly [string, string])[] = [
  ['a kind that does not exist', 'queu Support { }'],
  ['the same name twice', 'existing queue A\nexisting queue A'],
  ['two queues of one display name', `${H}queue A "サポート" { hours: H }\nqueue B "サポート" { hours: H }`],
  ['an ARN without existing', 'queue A = "arn:x"'],
  ['existing with a body', `${H}existing queue A { hours: H }`],
  ['existing of a kind that has nothing to say', 'existing assistant A { }'],
  ['a queue without hours', 'queue A { }'],
  ['hours that nobody declared', 'queue A { hours: BusinessHours }'],
  ['hours with a slip of the pen', 'existing hours BusinessHours\nqueue A { hours: BusinesHours }'],
  ['a queue where hours belong', `${Q}queue A { hours: Q }`],
  ['a text where a number belongs', `${H}queue A { hours: H, max_contacts: "50" }`],
  ['a negative number', `${H}queue A { hours: H, max_contacts: -5 }`],
  ['a property with a slip of the pen', `${H}queue A { hours: H, max_contact: 5 }`],
  ['a property that no queue has', `${H}queue A { hours: H, colour: "red" }`],
  ['a property twice', `${H}queue A { hours: H, hours: H }`],
  ['a colon left out', `${H}queue A { hours H\n  max_contacts 5 }`],
  ['a stray word', `${H}queue A { hours: H\n  max_contacts }`],
  ['a branch in a declaration', `${H}queue A { hours: H, on error -> x }`],
  ['a word that is no status', `${H}queue A { hours: H, status: enable }`],
  ['a quick connect twice', `${H}existing quick_connect C\nqueue A { hours: H, quick_connects: [C, C] }`],
  ['one name where a list belongs', `${H}existing quick_connect C\nqueue A { hours: H, quick_connects: C }`],
  [
    'an unknown key in nested braces',
    `${H}existing number N "+81501234XXXX"\nqueue A { hours: H, caller_id: { nmber: N } }`,
  ],
  ['an inbound flow as whisper', `${H}inbound flow F { disconnect }\nqueue A { hours: H, outbound_whisper: F }`],
  ['a display name that is too long', `existing queue A "${'長'.repeat(128)}"`],
  ['two texts behind a name', 'existing queue A "one" "two"'],
  ['an arrow on a queue', `${H}inbound flow F { disconnect }\nqueue A { hours: H } -> F`],

  ['a number without digits', 'number N'],
  ['a number with dashes', 'existing number N "+81-50-1234-XXXX"'],
  ['a number without country code', 'existing number N "050-1234-5678"'],
  ['an existing number that points at a flow', 'inbound flow F { disconnect }\nexisting number N "+81501234XXXX" -> F'],
  ['a number that points at nothing', 'number N "+81501234XXXX"'],
  ['a number that points at a whisper flow', 'agent_whisper flow W { end }\nnumber N "+81501234XXXX" -> W'],
  ['a number that points at a module', 'module M { return }\nnumber N "+81501234XXXX" -> M'],

  ['a time zone that does not exist', week('mon: 09:00-18:00').replace('Asia/Tokyo', 'Asia/Tokio')],
  ['a time zone without quotes', week('mon: 09:00-18:00').replace('"Asia/Tokyo"', 'JST')],
  ['hours without time zone', 'hours H { mon: 09:00-18:00 }'],
  ['hours that end before they begin', week('mon: 22:00-02:00')],
  ['hours that overlap', week('mon: [09:00-13:00, 12:00-18:00]')],
  ['a time that does not exist', week('mon: 09:00-25:00')],
  ['a day twice', week('mon-fri: 09:00-18:00\n  wed: closed')],
  ['a day in full', week('monday: 09:00-18:00')],
  ['a day with a slip', week('mon-fir: 09:00-18:00')],
  ['a day that there is not', week('workdays: 09:00-18:00')],
  ['two ranges without brackets', week('wed: 09:00-12:00, 13:00-16:00, 17:00-18:00')],
  ['two dates without brackets', week('mon: 09:00-18:00\n  closed: 2026-12-25, 2026-12-26')],
  ['a range by itself', week('09:00-18:00\n  mon: 09:00-18:00')],
  ['a time where a range belongs', week('mon: 09:00')],
  ['never open', week('mon-sun: closed')],
  ['a day that says nothing', week('mon')],
  ['a date that does not exist', week('mon: 09:00-18:00\n  closed: 2026-02-30')],
  ['dates that end before they begin', week('mon: 09:00-18:00\n  closed: 2027-01-03..2026-12-29')],
  [
    'dates that overlap',
    week('mon: 09:00-18:00\n  closed: 2026-12-29..2027-01-03\n  override "元日" { dates: 2027-01-01, open: closed }'),
  ],
  ['an override without hours', week('mon: 09:00-18:00\n  override "盆" { dates: 2026-08-13 }')],
  ['an override without name', week('mon: 09:00-18:00\n  override { dates: 2026-08-13, open: closed }')],
  [
    'two overrides of one name',
    week(
      'mon: 09:00-18:00\n  override "盆" { dates: 2026-08-13, open: closed }\n  override "盆" { dates: 2026-08-14, open: closed }',
    ),
  ],
  [
    'a recurrence with a wrong word',
    week(
      'mon: 09:00-18:00\n  override "末" { dates: 2026-08-13, open: closed, recurrence: { every: months, interval: 9 } }',
    ),
  ],

  ['a profile without default outbound queue', `${Q}routing_profile P { concurrency: { voice: 1 } }`],
  ['two calls at once', `${Q}routing_profile P { concurrency: { voice: 2 }, default_outbound_queue: Q }`],
  ['serves without priority', profile('serves Q { channels: [voice], delay: 0s }')],
  ['serves nothing', profile('serves { channels: [voice], priority: 1, delay: 0s }')],
  ['serves with a wrong channel', profile('serves Q { channels: [phone], priority: 1, delay: 0s }')],
  ['a priority out of range', profile('serves Q { channels: [voice], priority: 100, delay: 0s }')],
  ['a delay without unit', profile('serves Q { channels: [voice], priority: 1, delay: 30 }')],
  ['a delay out of range', profile('serves Q { channels: [voice], priority: 1, delay: 3h }')],
  [
    'a queue and channel twice',
    profile(
      'serves Q { channels: [voice], priority: 1, delay: 0s }\n  serves Q { channels: [voice], priority: 2, delay: 0s }',
    ),
  ],
  ['a channel that agents do not take', profile('serves Q { channels: [voice, chat], priority: 1, delay: 0s }')],
  [
    'a queue that nobody serves',
    `${H}queue Q { hours: H }\nrouting_profile P { concurrency: { voice: 1 }, default_outbound_queue: Q }`,
  ],

  ['a user without phone', user('acw_timeout: 30s')],
  ['a desk phone without number', user('phone: desk')],
  ['a soft phone with number', user('phone: soft "+81312345XXX"')],
  ['a phone that does not exist', user('phone: mobile')],
  ['a password', user('phone: soft, password: "secret"')],
  ['auto-accept as yes', user('phone: soft, auto_accept: yes')],
  [
    'a profile that nobody has',
    `${user('phone: soft')}\n${Q}routing_profile R { concurrency: { voice: 1 }, default_outbound_queue: Q }`,
  ],

  ['a quick connect to nothing', 'quick_connect C { }'],
  ['a quick connect to a queue without flow', `${Q}quick_connect C { queue: Q }`],
  [
    'a quick connect to two things',
    `${Q}existing user u\nqueue_transfer flow F { disconnect }\nquick_connect C { queue: Q, user: u, flow: F }`,
  ],
  [
    'a quick connect to a user through a queue flow',
    'existing user u\nqueue_transfer flow F { disconnect }\nquick_connect C { user: u, flow: F }',
  ],
  ['a number with a flow', 'inbound flow F { disconnect }\nquick_connect C { number: "+81312345XXX", flow: F }'],

  ['a prompt from nowhere', 'prompt P { source: "hold.wav" }'],
  ['a type of another language', 'lambda L { returns { name: string } }'],
  ['a contract without braces', 'lambda L { returns: text }'],
  ['a module with a wrong type', 'module M {\n  input { name: string }\n  return\n}'],
  ['a locale that is no language tag', 'bot B { locales: [japanese] }'],
  ['a Lex V1 bot without Region', 'existing bot B { name: "QA" }'],
  ['a version of a view that is neither number nor word', 'view V { version: "3" }'],
  ['a default that is no value', 'attribute tier { values: ["gold", "basic"], default: "silver" }'],
  ['an attribute key with a dot', 'attribute tier "customer.tier"'],
  ['a status too far down', 'agent_status Lunch { order: 51 }'],
  [
    'too many tags',
    `${H}queue A {\n  hours: H\n  tags {\n${Array.from({ length: 51 }, (_, i) => `    t${String(i)}: "x"`).join('\n')}\n  }\n}`,
  ],
  [
    'hours of another country',
    `${week('mon: 09:00-18:00').replace('Asia/Tokyo', 'America/New_York')}\nexisting number N "+81501234XXXX"\nqueue A { hours: H, caller_id: { number: N } }`,
  ],
  [
    'more queues than an instance takes',
    Array.from({ length: 101 }, (_, i) => `existing queue Q${String(i)}`).join('\n'),
  ],
  ['a param without a type', 'param Line = "+81501234XXXX"\nexisting number N param Line'],
  ['a param of no type that there is', 'param Line number_of_digits\nexisting number N param Line'],
  ['a param declared twice', 'param Key text = "a"\nparam Key text = "b"\nattribute A param Key'],
  ['a default of another type', 'param Key text = 8s\nattribute A param Key'],
  ['a param that nobody declares', 'param Key text = "a"\nattribute A param Keys'],
  ['a param that nobody uses', 'param Key text = "a"\nattribute A'],
  ['a param without a value', 'param Key text\nattribute A param Key'],
];
