/** Instances in folders of their own, and requests as they go over the wire. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Local, LocalOptions, OwnLocal } from '../../src/connect/local/start.ts';
import { startLocal } from '../../src/connect/local/start.ts';
import type { Json, JsonObject } from '../../src/text/json.ts';

/** Gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-local-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** Closed after the test, at the latest. */
export function closedAfter<T extends Local>(local: T): T {
  onTestFinished(() => local.close());
  return local;
}

export async function start(options: Partial<LocalOptions> = {}): Promise<OwnLocal> {
  return closedAfter(await startLocal({ folder: options.folder ?? newFolder(), ...options }));
}

export interface Reply {
  readonly status: number;
  /** `x-amzn-errortype` */
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: JsonObject;
}

/** `path`: behind the endpoint; `{i}` in it is the instance. A text as `body` goes as it is. */
export async function ask(local: Local, method: string, path: string, body?: Json): Promise<Reply> {
  const response = await fetch(local.endpoint + path.replaceAll('{i}', local.instance.id), {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype'),
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as JsonObject),
  };
}

/** Content that may be published in a flow of type CONTACT_FLOW; `text` makes it another. */
export function content(text = 'Hello.'): string {
  const actions: Json = [
    {
      Identifier: 'play',
      Type: 'MessageParticipant',
      Parameters: { Text: text },
      Transitions: { NextAction: 'bye', Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingError' }], Conditions: [] },
    },
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ];
  return JSON.stringify({ Version: '2019-10-30', StartAction: 'play', Metadata: {}, Actions: actions });
}

export async function createFlow(local: Local, name: string, more: JsonObject = {}): Promise<string> {
  const { status, body } = await ask(local, 'PUT', '/contact-flows/{i}', {
    Name: name,
    Type: 'CONTACT_FLOW',
    Content: content(),
    ...more,
  });
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return String(body['ContactFlowId']);
}

/** Content of a module. */
export function moduleContent(text = 'Hello.'): string {
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'play',
    Metadata: {},
    Actions: [
      {
        Identifier: 'play',
        Type: 'MessageParticipant',
        Parameters: { Text: text },
        Transitions: {
          NextAction: 'end',
          Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingError' }],
          Conditions: [],
        },
      },
      { Identifier: 'end', Type: 'EndFlowModuleExecution', Parameters: {}, Transitions: {} },
    ],
    Settings: { InputParameters: [], OutputParameters: [], Transitions: [] },
  });
}
