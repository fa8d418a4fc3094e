/** The instance on the wire: HTTP on loopback. Whatever comes, it answers or hangs up, and goes on. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemRefusal } from '../../workspace/diagnostics.ts';
import type { Control } from './control.ts';
import { control } from './control.ts';
import { perform } from './dispatch.ts';
import type { Fault } from './faults.ts';
import type { Rate } from './throttle.ts';
import { makeThrottle } from './throttle.ts';
import type { Context } from './types.ts';
import { Refusal } from './types.ts';
import { decode } from './wire/decode.ts';
import type { Answer } from './wire/encode.ts';
import { encode, encodeRefusal } from './wire/encode.ts';
import type { Route } from './wire/router.ts';
import { route } from './wire/router.ts';

export interface ServerParts {
  readonly context: Context;
  readonly control: Control;
  /** Without it, requests may come as fast as they like. */
  readonly rate: Rate | undefined;
}

export interface RunningServer {
  readonly port: number;
  readonly server: Server;
  /** Ends connections, and frees the port. */
  readonly close: () => Promise<void>;
}

/** Bytes of a body. The largest that the service takes is 256,000 characters, which may be six bytes each. */
const LARGEST = 4 * 1024 * 1024;

/** Listens on 127.0.0.1; `port` 0 takes a free one. Rejects when the port is taken. */
export async function serve(port: number, parts: ServerParts): Promise<RunningServer> {
  const mayPass = parts.rate === undefined ? () => true : makeThrottle(parts.rate);
  const server = createServer((request, response) => {
    void respond(request, response, parts, mayPass).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => settle());
  });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
  mayPass: (now: number) => boolean,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const [path = '/', query = ''] = url.split('?', 2);
  if (path === '/-/watch') {
    // Answered only by the end of the connection, which tells that this instance is gone.
    response.writeHead(200).flushHeaders();
    return;
  }
  const body = await bodyOf(request);
  if (!isFromHere(request)) return send(response, FORBIDDEN);
  if (body === undefined) {
    response.shouldKeepAlive = false;
    return send(response, refused(undefined, new Refusal('SerializationException', 'The body is too large')));
  }
  if (path.startsWith('/-/')) return send(response, control(parts.control, method, path, body));

  const found = route(method, path);
  const operation = found?.name ?? 'unknown';
  const faults = parts.control.faults.next(operation);
  await slowness(faults, 'before');
  const instead = mishap(found, faults, 'before') ?? (mayPass(performance.now()) ? undefined : throttled(found));
  const answered = instead ?? answerOf(found, query, request, body, parts.context);
  const answer = (instead === undefined ? mishap(found, faults, 'after') : undefined) ?? answered;
  await slowness(faults, 'after');
  parts.control.seen.push({ operation, status: answer === CUT ? 0 : answer.status });
  if (answer === CUT) response.destroy();
  else send(response, answer);
}

function answerOf(
  found: Route | undefined,
  query: string,
  { headers, method, url }: IncomingMessage,
  body: string,
  context: Context,
): Answer {
  if (found === undefined) {
    return refused(undefined, new Refusal('UnknownOperationException', `There is no operation ${method} ${url}`));
  }
  try {
    const input = decode(found, { query: new URLSearchParams(query), headers, body });
    return encode(found.operation, perform(found.name, input, context));
  } catch (error) {
    if (error instanceof Refusal) return refused(found, error);
    const what = systemRefusal(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
    return refused(found, new Refusal('InternalServiceException', `The local instance failed: ${what}`));
  }
}

const CUT: Answer = { status: 0, headers: {}, body: '' };

const FORBIDDEN: Answer = {
  status: 403,
  headers: { 'x-amzn-errortype': 'AccessDeniedException' },
  body: '{"Message":"The local instance is for programs on this machine"}',
};

function mishap(found: Route | undefined, faults: readonly Fault[], moment: Fault['when']): Answer | undefined {
  for (const { do: does, when = 'before' } of faults) {
    if (when !== moment || does === 'slow') continue;
    if (does === 'cut') return CUT;
    if (does === 'throttle') return throttled(found);
    return refused(found, new Refusal('InternalServiceException', 'Internal Service Error'));
  }
  return undefined;
}

async function slowness(faults: readonly Fault[], moment: Fault['when']): Promise<void> {
  for (const { do: does, when = 'before', ms = 1000 } of faults) {
    if (does === 'slow' && when === moment) await new Promise((settle) => setTimeout(settle, ms));
  }
}

const throttled = (found: Route | undefined): Answer =>
  refused(found, new Refusal('ThrottlingException', 'Rate exceeded'));

const refused = (found: Route | undefined, refusal: Refusal): Answer => encodeRefusal(found?.operation, refusal);

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...headers,
  });
  response.end(body);
}

/** `undefined`: it is too large. Rejects when the connection breaks. */
function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST) chunks.push(chunk);
      else settle(undefined);
    });
    request.on('end', () => settle(Buffer.concat(chunks).toString('utf8')));
    request.on('error', fail);
    request.on('close', () => fail(new Error('the connection broke')));
  });
}

/** A page in somebody's browser could send requests here too, under its own name, or one that it has led to this machine. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return headers.origin === undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}
