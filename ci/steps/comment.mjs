/**
 * Writes a file of Markdown as a comment, over the one that an earlier run wrote. Node and nothing else; every value from
 * outside is data of a request, never part of a command.
 */
import { readFileSync } from 'node:fs';

/** Characters of a comment: what GitHub takes; GitLab takes more. */
const MOST = 65_536;
/** Pages of a hundred comments that are looked through for the earlier one. */
const PAGES = 30;

const { env } = process;

function fail(line) {
  process.stderr.write(`flowc: ${line}\n`);
  process.exit(1);
}

function needed(name) {
  return env[name] || fail(`${name} is not set.`);
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fail(`${file} is not there: plan first.`);
  }
}

/** Where comments are read and written, on either service. */
function service() {
  if (env.GITHUB_ACTIONS === 'true') {
    const repository = needed('GITHUB_REPOSITORY');
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) fail('GITHUB_REPOSITORY is no name of a repository.');
    const event = JSON.parse(readText(needed('GITHUB_EVENT_PATH')));
    const number = event.pull_request?.number ?? event.issue?.number;
    if (!Number.isInteger(number)) return undefined;
    const base = `${env.GITHUB_API_URL || 'https://api.github.com'}/repos/${repository}/issues`;
    return {
      headers: {
        authorization: `Bearer ${needed('FLOWC_TOKEN')}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
      },
      list: `${base}/${number}/comments`,
      update: (id) => ['PATCH', `${base}/comments/${id}`],
      create: ['POST', `${base}/${number}/comments`],
      author: (comment) => comment.user?.login,
      wanted: env.FLOWC_AUTHOR || 'github-actions[bot]',
    };
  }
  const number = env.CI_MERGE_REQUEST_IID;
  if (!/^\d+$/.test(number ?? '')) return undefined;
  const project = needed('CI_PROJECT_ID');
  const base = `${needed('CI_API_V4_URL')}/projects/${encodeURIComponent(project)}/merge_requests/${number}/notes`;
  return {
    headers: { 'private-token': needed('FLOWC_TOKEN') },
    list: base,
    update: (id) => ['PUT', `${base}/${id}`],
    create: ['POST', base],
    author: (comment) => comment.author?.username,
    // A token writes as one user, whose comments alone it may change.
    wanted: env.FLOWC_AUTHOR || undefined,
  };
}

async function ask(method, url, headers, body) {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error) => fail(`${new URL(url).host} could not be reached: ${error.cause?.code ?? error.message}.`));
  if (!response.ok) fail(`${method} ${new URL(url).pathname} was answered with ${response.status}.`);
  return response.json();
}

const text = readText(process.argv[2]);
const [marker = ''] = text.split('\n', 1);
if (!/^<!-- flowc plan .* -->$/.test(marker)) fail(`${process.argv[2]} is no plan of flowc.`);
const comments = service();
if (comments === undefined) {
  process.stdout.write('Nothing to comment on: this is not a run for a pull request.\n');
  process.exit(0);
}

/** By its first line, and only where our own earlier run wrote it: anybody may write such a line. */
async function earlier() {
  for (let page = 1; page <= PAGES; page++) {
    const found = await ask('GET', `${comments.list}?per_page=100&page=${page}`, comments.headers);
    const own = found.find(
      (comment) =>
        typeof comment.body === 'string' &&
        comment.body.split('\n', 1)[0]?.trimEnd() === marker &&
        (comments.wanted === undefined || comments.author(comment) === comments.wanted),
    );
    if (own !== undefined || found.length < 100) return own;
  }
  return undefined;
}

const changes = !/^Nothing to change /.test(text.split('\n')[3] ?? '');
const own = await earlier();
if (own === undefined && !changes) {
  process.stdout.write('Nothing would change; nothing is said.\n');
} else {
  const tooLong = '\n\n… the rest is in the log of this job.\n';
  const body = text.length <= MOST ? text : text.slice(0, MOST - tooLong.length) + tooLong;
  const [method, url] = own === undefined ? comments.create : comments.update(own.id);
  if (own?.body !== body) await ask(method, url, comments.headers, { body });
  process.stdout.write(own === undefined ? 'Commented.\n' : 'The earlier comment is up to date.\n');
}
