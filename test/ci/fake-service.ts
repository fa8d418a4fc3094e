/** Comments of a pull request (GitHub) or notes of a merge request (GitLab), on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
}

export interface FakeService {
  readonly url: string;
  readonly comments: Comment[];
  /** `METHOD path` of what was asked for. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** `writes`: who a new comment is from. Without the token every request is refused. */
export async function fakeService(token: string, writes: string): Promise<FakeService> {
  const comments: Comment[] = [];
  const asked: string[] = [];
  const shown = ({ id, author, body }: Comment) => ({
    id,
    body,
    user: { login: author },
    author: { username: author },
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { authorization, 'private-token': key } = request.headers;
    asked.push(`${request.method} ${url.pathname}`);
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const answer = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (authorization !== `Bearer ${token}` && key !== token) return answer(401, {});
      if (request.method === 'GET') {
        const page = Number(url.searchParams.get('page'));
        return answer(200, comments.slice((page - 1) * 100, page * 100).map(shown));
      }
      const { body } = JSON.parse(text) as { body: string };
      if (request.method === 'POST') {
        const made = { id: comments.length + 1000, author: writes, body };
        comments.push(made);
        return answer(201, shown(made));
      }
      const found = comments.find(({ id }) => url.pathname.endsWith(`/${id}`));
      if (found === undefined) return answer(404, {});
      found.body = body;
      answer(200, shown(found));
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    asked,
    close: () => new Promise((settle) => server.close(() => settle())),
  };
}
