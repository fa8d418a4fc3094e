import { describe, expect, test } from 'vitest';
import { wrongWith, type Heard } from './shape-check.ts';

const HEADERS = { 'content-type': 'application/json', 'x-amzn-requestid': 'r' };

const queue = {
  Name: 'Support',
  QueueId: 'q',
  QueueArn: 'arn:q',
  MaxContacts: 3,
  Status: 'ENABLED',
  Tags: { team: 'a' },
  LastModifiedTime: 1_760_000_000.5,
  LastModifiedRegion: 'ap-northeast-1',
};

function heard(body: unknown, more: Partial<Heard> = {}): Heard {
  return { operation: 'DescribeQueue', status: 200, headers: HEADERS, body: JSON.stringify(body), ...more };
}

const described = (more: object): Heard => heard({ Queue: { ...queue, ...more } });

function refused(code: string, body: unknown, more: Partial<Heard> = {}): Heard {
  return heard(body, { status: 400, headers: { ...HEADERS, 'x-amzn-errortype': code }, ...more });
}

describe('the check of answers', () => {
  test('finds nothing wrong with what is right', () => {
    expect(wrongWith(described({}))).toEqual([]);
    expect(wrongWith(refused('InvalidParameterException', { Message: 'no' }))).toEqual([]);
  });

  test.each<[string, Heard, string]>([
    ['no JSON', heard(undefined, { body: '<html>' }), '$: is no JSON object'],
    ['an unknown member', described({ Id: 'q' }), '$.Queue.Id: is not known'],
    ['a wrong type', described({ MaxContacts: '3' }), '$.Queue.MaxContacts: is no number'],
    ['a number too small', described({ MaxContacts: -1 }), '-1 is less than 0'],
    ['a text too long', described({ Name: 'x'.repeat(128) }), '128 is more than 127'],
    ['an empty text', described({ Description: '' }), '0 is less than 1'],
    ['a word that is none', described({ Status: 'enabled' }), 'enabled is none of the enum'],
    ['a broken pattern', described({ LastModifiedRegion: 'Tokyo' }), 'Tokyo breaks'],
    ['an empty map', described({ Tags: {} }), '0 is less than 1'],
    ['milliseconds', described({ LastModifiedTime: 1_760_000_000_500 }), 'is no time in epoch seconds'],
    ['a date as text', described({ LastModifiedTime: '2026-01-01' }), 'is no time in epoch seconds'],
    ['null', described({ Description: null }), '$.Queue.Description: is no text'],
    ['a void answer that says something', heard({ Queue: {} }, { operation: 'UpdateQueueName' }), 'is not known'],
    [
      'a missing member',
      heard({ RoutingProfileQueueConfigSummaryList: [{ QueueId: 'q' }] }, { operation: 'ListRoutingProfileQueues' }),
      '$.RoutingProfileQueueConfigSummaryList.0.QueueArn: is missing',
    ],
    ['no request id', heard({}, { headers: { 'content-type': 'application/json' } }), 'x-amzn-requestid: is missing'],
    ['an error without type', heard({}, { status: 400 }), 'there is no error'],
    ['a wrong status', refused('ResourceNotFoundException', { Message: 'no' }), '400 instead of 404'],
    ['an undeclared error', refused('IdempotencyException', { Message: 'x' }, { status: 409 }), 'is not declared'],
    ['an error without words', refused('InvalidParameterException', {}), '$.Message: is missing'],
    [
      'problems that are no list',
      refused('InvalidContactFlowException', { problems: 'x' }, { operation: 'CreateContactFlow' }),
      '$.problems: is no list',
    ],
  ])('finds %s', (_what, answer, expected) => {
    expect(wrongWith(answer).join('\n')).toContain(expected);
  });
});
