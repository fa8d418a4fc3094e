/** Messages about statements name parameters by the keys that the text has for them, at the line of one of them. */
import { describe, expect, it } from 'vitest';
import { checkJson, compile } from '../../src/compiler.ts';
import { block, disconnect, flow } from '../../src/lint/sample.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

/** Code, underlined text and message of what is wrong with the statement. */
function said(statement: string): readonly string[] {
  const text = `inbound flow T {\n  on error -> bye\n  ${statement}\n  -> bye\n  step bye { disconnect }\n}\n`;
  return compile([{ path: 't.flow', text }])
    .diagnostics.filter(({ code }) => code.startsWith('service/'))
    .map(({ message, place: { span } }) => `${text.slice(span.start, span.end)} | ${message}`);
}

describe('a message about a statement', () => {
  it.each([
    [
      'of two that exclude each other',
      'ask "a" { phone_number: JP, max_digits: 3, on invalid_number -> bye }',
      '3 | `ask` can have only one of `phone_number` (InputValidation.PhoneNumberValidation), `max_digits` (InputValidation.CustomValidation).',
    ],
    [
      'of several of which one must be there, and can be',
      'set contact { }',
      'set contact | `set contact` has none of `name` (Name), `description` (Description), `language` (LanguageCode), `customer_id` (CustomerId), `assistant_session` (WisdomSessionArn), `segment_attributes` (SegmentAttributes).',
    ],
    [
      'of a group that many keys say something of',
      'set recording chat { language: ja-JP, on channel_mismatch -> next, on redaction_failed -> none }',
      'set recording chat | `set recording chat` lacks the branch `redaction_failed` (InFlightRedactionConfigurationFailed), which it needs beside `analytics` or `analytics_enabled` or `language` or the like (ChatBehavior).',
    ],
    [
      'of one that the service refuses',
      'set contact { name: "a", references { a: { Type: "URL" } } }',
      '{ a: { Type: "URL" } } | `set contact` has no parameter References.',
    ],
    [
      'of one that is due without another',
      'create task { name: "a" }',
      'create task | `create task` lacks `flow` (ContactFlowId), which it needs where there is no `template` (TaskTemplateId).',
    ],
    [
      'of one that makes a branch due',
      'wait 5m { until: customer_returned, on customer_returned -> next, on not_found -> bye }',
      'not_found | `wait` cannot have the branch `not_found` (ParticipantNotFound): it exists only where `until` (Events) is "BotParticipantDisconnected".',
    ],
    [
      'of one with a limit beyond numbers',
      'set routing { priority: 0 }',
      '0 | `set routing`: `priority` (QueuePriority) is 0, and Connect takes 1 or more.',
    ],
  ])('%s', (_, statement, message) => {
    expect(said(statement)).toEqual([message]);
  });
});

it('a message about a path stands at the path', () => {
  const text =
    'existing lambda Look\ninbound flow T {\n  invoke lambda Look { with { id: "$.Attributes.$.Attributes.id" }, on error -> disconnect }\n  disconnect\n}\n';
  const found = compile([{ path: 't.flow', text }]).diagnostics.find(({ code }) => code === 'lint/doubled-path');
  expect(text.slice(found?.place.span.start, found?.place.span.end)).toBe('$.Attributes.$.Attributes.id');
});

describe('a remedy', () => {
  const helps = (type: string, parameters: JsonObject = {}) => {
    const actions = [block('it', type, parameters, { next: 'bye', errors: { NoMatchingError: 'bye' } }), disconnect()];
    return checkJson({ path: 't.json', text: JSON.stringify(flow(actions)) })
      .filter(({ code }) => code.startsWith('service/'))
      .map(({ help }) => help);
  };

  it('for a block that there is not is the one that is meant, or to do without', () => {
    expect(helps('PlayPrompt')).toEqual(['Write MessageParticipant.']);
    expect(helps('EntryPoint')[0]).toMatch(/begins at its StartAction/);
    expect(helps('Start')[0]).toMatch(/begins at its StartAction/);
    expect(helps('InvokeAgentAction')).toEqual(['Write ConnectParticipantWithLexBot.']);
  });

  it('for a parameter that the service refuses names those that it takes', () => {
    expect(helps('UpdateContactData', { Name: 'a', References: {} })[0]).toMatch(/^There are Name, Description, /);
  });

  it('for a name in the place of an id is in its declaration, where it has one', () => {
    const help = (queue: string) => {
      const text = `existing queue Sales = "sales"\ninbound flow Main {\n  on error -> disconnect\n  set queue ${queue}\n  transfer to queue { on at_capacity -> disconnect }\n}\n`;
      const { diagnostics } = compile([{ path: 'x.flow', text }]);
      return diagnostics.find(({ code }) => code === 'service/not-an-id')?.help;
    };
    expect(help('Sales')).toMatch(/^Put the id or ARN into its declaration/);
    expect(help('"sales"')).toMatch(/^In `.flow` declare it/);
  });

  it('for a number or a boolean is quotes, for an object not', () => {
    const attributes = (value: Json) => helps('UpdateContactAttributes', { Attributes: { a: value } });
    expect(attributes(true)).toEqual(['Write it in quotes.']);
    expect(attributes({ Ref: 'Queue' })).toEqual([undefined]);
  });

  it('for a parameter that another block has is that block, where it is the only one', () => {
    const menu = { Text: 'Hello', StoreInput: 'False', InputTimeLimitSeconds: '5' };
    expect(helps('GetParticipantInput', { ...menu, LexBot: {} })).toContain(
      'Only ConnectParticipantWithLexBot (`bot`) has it.',
    );
    expect(helps('GetParticipantInput', { ...menu, QueueId: 'a' })).toContainEqual(
      expect.stringMatching(/^There are PromptId, /),
    );
  });
});
