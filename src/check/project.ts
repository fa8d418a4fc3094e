/** What only shows when all declarations are seen together. */
import { entityModels } from '../entities/index.ts';
import { CHANNELS } from '../entities/shared.ts';
import type { EntityKind } from '../entities/types.ts';
import type { Place } from '../text/text.ts';
import { countriesOf, isLocalZone, isPhoneNumber, zonesOf } from './markets.ts';
import { lookUp, type Named, type Program } from './program.ts';
import { clausesOf, itemsOf, textOf, valueOf } from './read.ts';
import { report, type Checking } from './values.ts';

/** Queue-channel pairs that a routing profile holds by default. */
const MOST_PAIRS = 50;

export function checkProject(checking: Checking): void {
  const { program } = checking;
  checkQuotas(checking);
  for (const profile of declared(program, 'routing_profile')) checkServing(checking, profile);
  for (const number of declared(program, 'number')) {
    if (number.declaration.kind === 'entity' && number.declaration.target === undefined) {
      report(checking, number.source, number.span, 'number-without-flow', { name: number.name });
    }
  }
  checkServed(checking);
  checkManned(checking);
  for (const queue of declared(program, 'queue')) checkMarket(checking, queue);
}

/** Things of a kind that the project manages. */
function declared(program: Program, kind: EntityKind): Named[] {
  return [...(program.names.get(kind)?.values() ?? [])].filter((named) => !named.existing);
}

function hasExisting(program: Program, kind: EntityKind): boolean {
  return [...(program.names.get(kind)?.values() ?? [])].some((named) => named.existing);
}

function checkQuotas(checking: Checking): void {
  for (const { kind, quota, console } of Object.values(entityModels)) {
    const all = [...(checking.program.names.get(kind)?.values() ?? [])];
    const first = quota === undefined ? undefined : all[quota.max];
    if (quota === undefined || first === undefined) continue;
    const what = console.plural.charAt(0).toUpperCase() + console.plural.slice(1);
    const params = { what, count: all.length, max: quota.max, source: quota.name };
    report(checking, first.source, first.span, quota.adjustable ? 'over-quota' : 'over-limit', params);
  }
}

/** Each queue and channel once, and only channels that the agents take. */
function checkServing(checking: Checking, profile: Named): void {
  if (profile.declaration.kind !== 'entity') return;
  const { source } = profile;
  const { block } = profile.declaration;
  const concurrency = valueOf(block, 'concurrency');
  const seen = new Set<string>();
  for (const clause of clausesOf(block, 'serves')) {
    const queue = textOf(clause.words[1]) ?? '';
    for (const item of itemsOf(valueOf(clause.block, 'channels'))) {
      const channel = textOf(item);
      if (channel === undefined || !(CHANNELS as readonly string[]).includes(channel)) continue;
      const pair = `${queue}/${channel}`;
      const params = { profile: profile.name, queue, channel };
      if (seen.has(pair)) report(checking, source, item.span, 'served-twice', params);
      seen.add(pair);
      if (concurrency?.kind === 'block') {
        const atOnce = textOf(valueOf(concurrency, channel));
        if (atOnce === undefined || Number(atOnce) === 0) {
          report(checking, source, item.span, 'channel-without-concurrency', params);
        }
      }
    }
  }
  if (seen.size > MOST_PAIRS) {
    const what = `Queue-channel pairs of \`${profile.name}\``;
    const quota = 'Queues (queue-channel pairs) per routing profile';
    report(checking, source, profile.span, 'over-quota', { what, count: seen.size, max: MOST_PAIRS, source: quota });
  }
}

/**
 * Queues that nobody serves. A project that has no profiles of its own, or speaks of existing ones, cannot know: they are
 * looked after elsewhere.
 */
function checkServed(checking: Checking): void {
  const { program } = checking;
  const profiles = declared(program, 'routing_profile');
  if (profiles.length === 0 || hasExisting(program, 'routing_profile')) return;
  const served = new Set<Named>();
  for (const { declaration } of profiles) {
    if (declaration.kind !== 'entity') continue;
    for (const clause of clausesOf(declaration.block, 'serves')) {
      const queue = lookUp(program, 'queue', textOf(clause.words[1]) ?? '');
      if (queue !== undefined) served.add(queue);
    }
  }
  for (const queue of declared(program, 'queue')) {
    if (!served.has(queue)) report(checking, queue.source, queue.span, 'queue-not-served', { name: queue.name });
  }
}

/** Profiles that nobody has; only where users are declared at all, and none of them elsewhere. */
function checkManned(checking: Checking): void {
  const { program } = checking;
  const users = declared(program, 'user');
  if (users.length === 0 || hasExisting(program, 'user')) return;
  const manned = new Set<Named>();
  for (const { declaration } of users) {
    const name = declaration.kind === 'entity' ? textOf(valueOf(declaration.block, 'routing_profile')) : undefined;
    const profile = lookUp(program, 'routing_profile', name ?? '');
    if (profile !== undefined) manned.add(profile);
  }
  for (const profile of declared(program, 'routing_profile')) {
    if (!manned.has(profile)) {
      report(checking, profile.source, profile.span, 'profile-without-user', { name: profile.name });
    }
  }
}

/** Hours in a time zone where the queue's callers do not live. */
function checkMarket(checking: Checking, queue: Named): void {
  if (queue.declaration.kind !== 'entity') return;
  const { program } = checking;
  const said = valueOf(queue.declaration.block, 'hours');
  const hours = lookUp(program, 'hours', textOf(said) ?? '');
  const callerId = callerIdOf(program, queue);
  const number = callerId?.display;
  if (
    said === undefined ||
    hours?.declaration.kind !== 'entity' ||
    callerId === undefined ||
    number === undefined ||
    !isPhoneNumber(number)
  )
    return;
  const zone = valueOf(hours.declaration.block, 'timezone');
  if (zone?.kind !== 'text' || isLocalZone(zone.value, number) !== false) return;
  const country = countriesOf(number).slice(0, 3).join('/');
  const local = zonesOf(number).slice(0, 2);
  report(
    checking,
    queue.source,
    said.span,
    'foreign-hours',
    { queue: queue.name, hours: hours.name, zone: zone.value, number, country, local },
    {
      related: [
        { place: { source: hours.source, span: zone.span }, message: 'The time zone is said here.' },
        { place: placeOfNumber(callerId), message: 'The number stands here.' },
      ],
    },
  );
}

function placeOfNumber({ source, span, declaration }: Named): Place {
  const said = declaration.kind === 'entity' ? declaration.operands[0] : undefined;
  return { source, span: said?.span ?? span };
}

/** The number that people see when an agent of this queue calls them. */
function callerIdOf(program: Program, queue: Named): Named | undefined {
  if (queue.declaration.kind !== 'entity') return undefined;
  const callerId = valueOf(queue.declaration.block, 'caller_id');
  const name = callerId?.kind === 'block' ? textOf(valueOf(callerId, 'number')) : undefined;
  return name === undefined ? undefined : lookUp(program, 'number', name);
}

/** Whether calls can be made from a queue: it has a caller ID number. Undefined for existing ones: it cannot be told. */
export function canDialOut(queue: Named): boolean | undefined {
  if (queue.existing || queue.declaration.kind !== 'entity') return undefined;
  const callerId = valueOf(queue.declaration.block, 'caller_id');
  return callerId?.kind === 'block' && valueOf(callerId, 'number') !== undefined;
}
