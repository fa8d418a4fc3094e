/** The environment that needs no instance: every name gets an id made from its kind and name. */
import { entityModel } from '../entities/index.ts';
import { hash32, localShortId, localUuid } from './local-id.ts';
import type { Environment, Named } from './program.ts';
import { textOf, valueOf } from './read.ts';

/** Where local ids lie: an account and an instance that nobody has. */
export const LOCAL = {
  partition: 'aws',
  region: 'us-east-1',
  account: '000000000000',
  instance: localUuid('flowc local instance'),
} as const;

/** ARN of the local instance itself. */
export function localInstanceArn(): string {
  return `arn:${LOCAL.partition}:connect:${LOCAL.region}:${LOCAL.account}:instance/${LOCAL.instance}`;
}

/**
 * The id or ARN of a thing in the local instance: what stands after `=`, else one made from kind and name in the shape
 * that the service gives such things. It depends on nothing else, so a build is the same everywhere.
 */
function localId(named: Named): string {
  if (named.pin !== undefined) return named.pin;
  const { template, localId: style } = entityModel(named.kind).arn;
  const seed = `${named.kind}/${named.name.normalize('NFC')}`;
  const id =
    style === 'uuid'
      ? localUuid(seed)
      : style === 'short pair'
        ? `${localShortId(`${seed}/bot`)}/${localShortId(`${seed}/alias`)}`
        : nameAsId(named, seed);
  const parts: Readonly<Record<string, string>> = { ...LOCAL, id };
  return template.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole) + viewQualifier(named);
}

/** Function names are plain; a name that is not gets one made of its letters' hash. */
function nameAsId(named: Named, seed: string): string {
  if (named.kind !== 'lambda' || /^[A-Za-z0-9_:-]+$/.test(named.display)) return named.display;
  return `local-${hash32(seed).toString(16).padStart(8, '0')}`;
}

/** A view's version belongs to its declaration and travels in the ARN. '' for other kinds. */
export function viewQualifier(named: Named): string {
  if (named.kind !== 'view' || named.declaration.kind !== 'entity') return '';
  const version = textOf(valueOf(named.declaration.block, 'version'));
  if (version === 'saved') return ':$SAVED';
  return version === undefined || version === 'latest' ? ':$LATEST' : `:${version}`;
}

const made = new WeakMap<Named, string>();

/** The same name is bound wherever a flow speaks of it. */
function bind(named: Named): string {
  let id = made.get(named);
  if (id === undefined) made.set(named, (id = localId(named)));
  return id;
}

export const localEnvironment: Environment = { name: 'local', bind };
