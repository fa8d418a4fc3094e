/** Versions and aliases, which flows and modules have alike: `CreateContactFlowVersion`, `ListContactFlowModuleAliases` … */
import type { JsonObject } from '../../../text/json.ts';
import type { Change, Context, Handlers, StoredEntity } from '../types.ts';
import { findQualified, hashOf, LATEST, SAVED } from './shared/content.ts';
import { modified } from './shared/entities.ts';
import { cleared, numeral, optionalText, pick, present, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import type { Place } from './shared/places.ts';
import { duplicate, invalidRequest, notFound } from './shared/refusals.ts';

const versionsIn = (place: Place): string => `${place.collection}-version`;
const aliasesIn = (place: Place): string => `${place.collection}-alias`;

const versionsOf = (context: Context, place: Place, { Id }: StoredEntity): readonly StoredEntity[] =>
  context.store.all(versionsIn(place)).filter((version) => version['Of'] === Id);

const aliasesOf = (context: Context, place: Place, { Id }: StoredEntity): readonly StoredEntity[] =>
  context.store.all(aliasesIn(place)).filter((alias) => alias['Of'] === Id);

/** The version that a number, or an alias by name or id, stands for. Refuses what stands for none. */
export function requireVersion(context: Context, place: Place, of: StoredEntity, qualifier: string): StoredEntity {
  const alias = aliasesOf(context, place, of).find(({ Id, Name }) => Id === qualifier || Name === qualifier);
  const number = alias === undefined ? Number(qualifier) : alias['Version'];
  const version = versionsOf(context, place, of).find((candidate) => candidate['Version'] === number);
  if (version === undefined) throw notFound(`${place.label} version`, `${of.Id}:${qualifier}`);
  return version;
}

/** For when the flow or module itself goes. */
export function aliasesAndVersionsOf(context: Context, place: Place, of: StoredEntity): readonly Change[] {
  return [
    ...aliasesOf(context, place, of).map(({ Id }) => ({ remove: Id, in: aliasesIn(place) })),
    ...versionsOf(context, place, of).map(({ Id }) => ({ remove: Id, in: versionsIn(place) })),
  ];
}

/** `noun`: `ContactFlow` or `ContactFlowModule`, of which the names of operations and members are made. */
export function versionHandlers(noun: 'ContactFlow' | 'ContactFlowModule', place: Place): Handlers {
  const id = `${noun}Id`;
  const arn = `${noun}Arn`;
  const versionMember = `${noun}Version`;
  const hash = noun === 'ContactFlow' ? 'FlowContentSha256' : 'FlowModuleContentSha256';

  const owner = (context: Context, input: JsonObject): StoredEntity => {
    const { entity, qualifier } = findQualified(context, place, input, id);
    if (qualifier !== undefined && qualifier !== LATEST && qualifier !== SAVED) {
      throw invalidRequest(`Invalid request: ${id} names a version`);
    }
    return entity;
  };
  const requireAlias = (context: Context, input: JsonObject): StoredEntity => {
    const said = text(input, 'AliasId');
    const alias = aliasesOf(context, place, owner(context, input)).find(({ Id, Name }) => Id === said || Name === said);
    if (alias === undefined) throw notFound(`${place.label} alias`, said);
    return alias;
  };
  const requireFreeName = (context: Context, of: StoredEntity, name: string): void => {
    if (aliasesOf(context, place, of).some(({ Name }) => Name === name)) throw duplicate(`${place.label} alias`, name);
  };

  return {
    [`Create${noun}Version`]: (input, context) => {
      const of = owner(context, input);
      const content = text(of, 'Content');
      if (content === '') throw invalidRequest(`The flow has not been published: ${of.Id}`);
      const wanted = optionalText(input, hash);
      if (wanted !== undefined && wanted !== hashOf(content)) {
        throw invalidRequest(`${hash} is not that of the published content`);
      }
      const versions = versionsOf(context, place, of);
      const last = versions.at(-1);
      // A flow that has not changed since gets no second version: the number of the first is the answer.
      if (noun === 'ContactFlow' && last?.['Content'] === content) {
        return present({ [arn]: last.Arn, Version: last['Version'] });
      }
      // Numbers are not used again, so the highest ever is kept where versions may be deleted.
      const number = Math.max(numeral(of, 'LastVersion') ?? 0, numeral(last ?? {}, 'Version') ?? 0) + 1;
      const version: StoredEntity = {
        Id: `${of.Id}-${number}`,
        Arn: `${of.Arn}:${number}`,
        Of: of.Id,
        Version: number,
        ...pick(of, ['Content', 'Settings']),
        ...present({ VersionDescription: cleared(optionalText(input, 'Description')) }),
        ...modified(context),
      };
      context.store.write([
        { put: version, in: versionsIn(place) },
        { put: { ...of, LastVersion: number }, in: place.collection },
      ]);
      return { [arn]: version.Arn, Version: number };
    },
    [`List${noun}Versions`]: (input, context) => {
      const versions = [...versionsOf(context, place, owner(context, input))].reverse();
      return page(
        input,
        `${noun}VersionSummaryList`,
        versions.map((version) => pick(version, ['Arn', 'Version', 'VersionDescription'])),
      );
    },
    [`Delete${noun}Version`]: (input, context) => {
      const of = owner(context, input);
      const number = numeral(input, versionMember) ?? 0;
      const version = requireVersion(context, place, of, String(number));
      const alias = aliasesOf(context, place, of).find(({ Version }) => Version === number);
      if (alias !== undefined) throw invalidRequest(`Version ${number} is in use by alias ${text(alias, 'Name')}`);
      context.store.write([{ remove: version.Id, in: versionsIn(place) }]);
      return {};
    },
    [`Create${noun}Alias`]: (input, context) => {
      const of = owner(context, input);
      const name = text(input, 'AliasName');
      requireFreeName(context, of, name);
      const version = requireVersion(context, place, of, String(numeral(input, versionMember)));
      const alias: StoredEntity = {
        Id: context.newId(),
        Arn: `${of.Arn}:${name}`,
        Of: of.Id,
        OfArn: of.Arn,
        Name: name,
        ...pick(version, ['Version']),
        ...present({ Description: cleared(optionalText(input, 'Description')) }),
        ...modified(context),
      };
      context.store.write([{ put: alias, in: aliasesIn(place) }]);
      return { [arn]: of.Arn, Id: alias.Id };
    },
    [`Describe${noun}Alias`]: (input, context) => {
      const alias = requireAlias(context, input);
      const shown = pick(alias, ['Name', 'Description', 'Version', 'LastModifiedTime', 'LastModifiedRegion']);
      return {
        [`${noun}Alias`]: { ...shown, ...present({ [id]: alias['Of'], [arn]: alias['OfArn'], AliasId: alias.Id }) },
      };
    },
    [`List${noun}Aliases`]: (input, context) => {
      const aliases = aliasesOf(context, place, owner(context, input)).map((alias) => ({
        ...pick(alias, ['Arn', 'Version', 'LastModifiedTime', 'LastModifiedRegion']),
        ...present({ AliasId: alias.Id, AliasName: alias['Name'], AliasDescription: alias['Description'] }),
      }));
      return page(input, `${noun}AliasSummaryList`, aliases);
    },
    [`Update${noun}Alias`]: (input, context) => {
      const alias = requireAlias(context, input);
      const of = owner(context, input);
      const name = optionalText(input, 'Name') ?? text(alias, 'Name');
      if (name !== alias['Name']) requireFreeName(context, of, name);
      const number = numeral(input, versionMember);
      const version = number === undefined ? alias : requireVersion(context, place, of, String(number));
      const changed: StoredEntity = {
        ...alias,
        Arn: `${of.Arn}:${name}`,
        Name: name,
        ...pick(version, ['Version']),
        ...pick(input, ['Description']),
        ...modified(context),
      };
      context.store.write([{ put: changed, in: aliasesIn(place) }]);
      return {};
    },
    [`Delete${noun}Alias`]: (input, context) => {
      context.store.write([{ remove: requireAlias(context, input).Id, in: aliasesIn(place) }]);
      return {};
    },
  };
}
