/**
 * What Lex V2 calls its bots and aliases. Connect lists the ARNs of aliases only, and source names them `Bot:alias`; two
 * reading requests to the model API of Lex say the names. They are signed here, because another SDK for two requests
 * would double the bundle. https://docs.aws.amazon.com/lexv2/latest/APIReference/API_DescribeBotAlias.html
 */
import { createHash, createHmac } from 'node:crypto';
import type { JsonObject } from '../text/json.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Operations by the names that the port gives them: the path of each. */
const PATHS: Readonly<Record<string, (input: JsonObject) => string>> = {
  'lex:DescribeBot': ({ botId }) => `/bots/${String(botId)}/`,
  'lex:DescribeBotAlias': ({ botId, botAliasId }) => `/bots/${String(botId)}/botaliases/${String(botAliasId)}/`,
};

export function isLexOperation(operation: string): boolean {
  return Object.hasOwn(PATHS, operation);
}

export interface LexAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request. Throws what `fetch` throws when there is no answer. */
export async function askLex(
  operation: string,
  input: JsonObject,
  {
    credentials,
    region,
    endpoint,
  }: { readonly credentials: Credentials; readonly region: string; readonly endpoint: string },
): Promise<LexAnswer> {
  const url = new URL(PATHS[operation]?.(input) ?? '/', endpoint);
  const headers = signed(url, { credentials, region, service: 'lex', at: new Date() });
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Where the model API of Lex is in a Region. */
export function lexEndpoint(region: string): string {
  return `https://models-v2-lex.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

export interface Signing {
  readonly credentials: Credentials;
  readonly region: string;
  readonly service: string;
  readonly at: Date;
}

/** Headers of a GET without a body, signed with version 4. */
export function signed(url: URL, { credentials, region, service, at }: Signing): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const headers: Record<string, string> = { host: url.host, 'x-amz-date': time };
  if (credentials.sessionToken !== undefined) headers['x-amz-security-token'] = credentials.sessionToken;
  const names = Object.keys(headers).sort();
  const canonical = [
    'GET',
    url.pathname,
    '',
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names.join(';'),
    sha256(''),
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`)
    .digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const { host: _, ...sent } = headers;
  return { ...sent, authorization };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
