/** Lines that somebody is in the middle of: what is missing is told where the cursor is, and once. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { render } from '../../src/diagnostics/render/index.ts';

/** Errors: the code, what it underlines, the message and the help. */
function errorsIn(text: string): readonly string[] {
  const { diagnostics } = compile([{ path: 'x.flow', text }]);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((found) => {
      const { start, end } = found.place.span;
      const help = /= help: (.*)/.exec(render([found], { format: 'human', colour: false, width: 100 }))?.[1] ?? '';
      return `${found.code} ${text.slice(start, end)} | ${found.message} ${help}`.trimEnd();
    });
}

const inFlow = (body: string) =>
  errorsIn(`existing lambda L { input { a: text } }\ninbound flow A {\n  on error -> next\n${body}\n  disconnect\n}\n`);

describe('a key without its colon', () => {
  it.each([
    ['of a map', 'set attributes { reason }', 'reason', 'reason: …'],
    ['of a map in braces', 'invoke lambda L { with { a } }', 'a', 'a: …'],
    ['of a map behind a whole entry', 'invoke lambda L { with { a: "x", b } }', 'b', 'b: …'],
    ['that holds braces', 'invoke lambda L { with }', 'with', 'with { … }'],
    ['of a second block', 'set voice Amy neural { language }', 'language', 'language: …'],
    ['of a parameter', 'ask "?" { timeout }', 'timeout', 'timeout: …'],
  ])('%s', (_, statement, said, form) => {
    const told = `check/parameter-form ${said} | \`${said}\` says nothing here. Did you mean \`${form}\`?`;
    expect(inFlow(`  ${statement}`)).toEqual([told]);
  });

  it('of a declaration that holds braces', () => {
    expect(errorsIn('bot B "B:live" {\n  slots\n}\n')).toEqual([
      'check/property-form slots | `slots` says nothing here. Did you mean `slots { … }`?',
    ]);
  });

  it('that a statement of two blocks has otherwise', () => {
    expect(inFlow('  set voice Amy neural { langage: en-GB }')).toEqual([
      'check/unknown-parameter langage | `set voice` has no parameter `langage`. Did you mean `language`?',
    ]);
  });
});

it('what a clause lacks is told once, and first what it is about', () => {
  const profile = (serves: string) =>
    errorsIn(
      `existing queue Q\nrouting_profile P {\n  concurrency: { voice: 1 }\n  ${serves}\n  default_outbound_queue: Q\n}\n`,
    );
  expect(profile('serves')).toEqual(['check/property-kind serves | `serves` wants the queue behind it.']);
  expect(profile('serves Q')).toEqual([
    'check/missing-property serves | `serves Q` needs `channels`, `priority`, `delay`. Add them in its braces: `channels: …`, `priority: …`, `delay: …`.',
  ]);
  expect(profile('serves Q { channels: [voice], priority: 1 }')).toEqual([
    'check/missing-property serves | `serves Q` needs `delay`. Add `delay: …` in its braces. How long a contact waits before agents of this profile are offered it.',
  ]);
});

describe('a name of which the beginning is there', () => {
  it.each([
    ['a step', '-> apol\n  step apology { disconnect }', 'Did you mean `apology`?'],
    ['a word for a target', '-> discon', 'Did you mean `disconnect`?'],
    ['a thing', 'invoke lambda Find\n  disconnect', 'Did you mean `FindAppointment`?'],
  ])('%s', (_, statement, help) => {
    const text = `existing lambda FindAppointment\ninbound flow A {\n  on error -> next\n  ${statement}\n}\n`;
    expect(errorsIn(text)[0]).toContain(help);
  });

  it('of two things that begin alike none is meant, and a letter that is wrong is none that is missing', () => {
    const found = (said: string) =>
      errorsIn(
        `existing lambda FindOne\nexisting lambda FindTwo\ninbound flow A {\n  on error -> next\n  invoke lambda ${said}\n  disconnect\n}\n`,
      )[0];
    expect(found('Fin')).not.toContain('Did you mean');
    expect(found('FindTwi')).toContain('Did you mean `FindTwo`?');
  });
});

describe('signs that are not finished', () => {
  it.each([
    [
      'an arrow behind a branch',
      'menu "?" {\n    on 1 -\n  }',
      '- | `-` begins nothing in this language. Did you mean `->`?',
    ],
    ['an arrow at the beginning', '- next', '- | `-` begins nothing in this language. Did you mean `->`?'],
    [
      'a path',
      'set attributes { a: $. }',
      '$ | A path is begun here, and its name is missing. Write it behind the dot, as in `$.Attributes.name`.',
    ],
    [
      'the end of a path',
      'set attributes { a: $.Attributes. }',
      '. | A path is begun here, and its name is missing. Write it behind the dot, as in `$.Attributes.name`.',
    ],
  ])('%s', (_, statement, told) => {
    expect(inFlow(`  ${statement}`)).toContain(`syntax/unknown-character ${told}`);
  });

  it.each(['mon-fri: 09:00-18', 'mon-fri: 09:00-', 'closed: [2026-12]', 'closed: [2026-12-]'])('%s', (entry) => {
    const [first] = errorsIn(`hours H {\n  timezone: "Asia/Tokyo"\n  ${entry}\n}\n`);
    expect(first).toContain('is no whole time or date. Times are `09:00` and `09:00-18:00`');
  });

  it('a range of dates', () => {
    expect(errorsIn('hours H {\n  timezone: "Asia/Tokyo"\n  closed: [2026-12-25..]\n}\n')[0]).toContain(
      'Two whole dates stand around it: `2026-12-29..2027-01-03`.',
    );
  });
});

it('behind a whole declaration nothing is opened', () => {
  const fixesOf = (text: string) =>
    compile([{ path: 'x.flow', text }])
      .diagnostics.filter(({ code }) => code === 'syntax/missing-opener')
      .map(({ help, fixes }) => [help, (fixes ?? []).length]);
  const between = 'Write what they belong to between this line and them, with `{` at its end.';
  expect(fixesOf('existing queue Q { }\n\n  hours: H\n}\n')).toEqual([[between, 0]]);
  expect(fixesOf('number N "+441632960XXX" -> Main\n\n  timezone: "Asia/Tokyo"\n}\n')).toEqual([[between, 0]]);
  expect(fixesOf('hours H\n  timezone: "Asia/Tokyo"\n}\n')).toEqual([['Write `{` at the end of this line.', 1]]);
});

describe('where several ways come to the same end', () => {
  const inLoneFlow = (body: string) => errorsIn(`inbound flow A {\n  on error -> next\n${body}\n}\n`);
  const told = (head: string, phrase: string) =>
    `check/path-without-end ${head} | Nothing follows \`${phrase}\` here, and the path does not end. End it with \`disconnect\`, a transfer, or \`-> name\`.`;
  it.each([
    [
      'of a match',
      '  match $.Channel {\n    on "CHAT" { play "a" }\n    on default { play "b" }\n  }',
      'match $.Channel',
      'match',
    ],
    ['of an if', '  if $.Channel == "CHAT" { play "a" } else { play "b" }', '$.Channel == "CHAT"', 'if'],
    ['of a menu', '  menu "?" {\n    on 1 { play "a" }\n    on timeout, default { play "b" }\n  }', 'menu "?"', 'menu'],
    [
      'within another',
      '  if $.Channel == "CHAT" {\n    if $.Channel == "TASK" { play "a" }\n  }',
      '$.Channel == "CHAT"',
      'if',
    ],
    [
      'in a step',
      '  disconnect\n  step s {\n    if $.Channel == "CHAT" { play "a" }\n  }',
      '$.Channel == "CHAT"',
      'if',
    ],
  ])('it is missing once: %s', (_, body, head, phrase) => {
    const found = inLoneFlow(body.replace('  disconnect\n', '  -> s\n'));
    expect(found).toEqual([told(head, phrase)]);
  });
  it('the one way that does not end is named', () => {
    const body =
      '  match $.Channel {\n    on "CHAT" {\n      play "a"\n      -> disconnect\n    }\n    on default { play "b" }\n  }';
    expect(inLoneFlow(body)).toEqual([told('play "b"', 'play')]);
  });
  it('each step has an end of its own', () => {
    const body = '  if $.Channel == "CHAT" -> a\n  -> b\n  step a { play "a" }\n  step b { play "b" }';
    expect(inLoneFlow(body)).toEqual([told('play "a"', 'play'), told('play "b"', 'play')]);
  });
});

describe('a text that is not there yet', () => {
  it.each([
    ['play prompt', 'check/value-kind prompt | Here the name of a prompt behind `prompt` is wanted.'],
    ['play ssml', 'check/value-kind ssml | Here a text in quotes behind `ssml` is wanted.'],
    [
      'play (\n  )',
      'syntax/texts-only ( | Nothing stands in `( )`. Write one text a line, without commas; they are joined as they are.',
    ],
  ])('%s', (statement, told) => {
    expect(inFlow(`  ${statement}`)).toContain(told);
  });
  it('of a prompt in a loop is told at its line', () => {
    const found = errorsIn('customer_hold flow A {\n  loop_prompts {\n    play "a"\n    play\n  }\n}\n');
    expect(found).toEqual(['check/value-kind play | Here what to play behind `play` is wanted.']);
  });
});
