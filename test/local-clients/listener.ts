/** A server between a client and the instance that checks every answer on its way. */
import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceOperations } from '../../src/connect/local/model/index.ts';
import { wrongWith } from './shape-check.ts';

export interface Listener {
  readonly endpoint: string;
  /** What was wrong with answers so far. */
  readonly wrong: string[];
  /** Operations that were answered with 200, and errors that were, as `Operation Code`. */
  readonly answered: Set<string>;
  readonly refused: Set<string>;
  readonly close: () => Promise<void>;
}

/** `to`: where the instance listens. */
export async function listen(to: string): Promise<Listener> {
  const wrong: string[] = [];
  const answered = new Set<string>();
  const refused = new Set<string>();
  const server = createServer((incoming, outgoing) => {
    void pass(to, incoming, outgoing, (status, headers, body) => {
      const operation = operationOf(incoming.method ?? '', incoming.url ?? '');
      if (operation === undefined) return;
      wrong.push(...wrongWith({ operation, status, headers, body }));
      if (status === 200) answered.add(operation);
      else refused.add(`${operation} ${headers['x-amzn-errortype'] ?? ''}`);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, wrong, answered, refused, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((settle) => server.close(() => settle()));
}

type Look = (status: number, headers: Record<string, string | undefined>, body: string) => void;

async function pass(to: string, incoming: IncomingMessage, outgoing: ServerResponse, look: Look): Promise<void> {
  const body = await read(incoming);
  const { hostname, port, host } = new URL(to);
  const headers = { ...incoming.headers, host };
  const onward = send({ hostname, port, method: incoming.method, path: incoming.url, headers }, (answer) => {
    void read(answer).then((said) => {
      look(answer.statusCode ?? 0, answer.headers as Record<string, string | undefined>, said.toString());
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      outgoing.end(said);
    });
  });
  onward.on('error', () => outgoing.destroy());
  onward.end(body);
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const routes = Object.entries(serviceOperations()).map(([name, { method, uri }]) => ({
  name,
  method,
  path: new RegExp(`^${uri.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
}));

function operationOf(method: string, url: string): string | undefined {
  const path = url.split('?')[0] ?? '';
  return routes.find((route) => route.method === method && route.path.test(path))?.name;
}
