/** The hierarchy that users are sorted into: up to five levels, and groups on them. */
import type { JsonObject } from '../../../text/json.ts';
import { Refusal, type Change, type Context, type Handlers, type StoredEntity } from '../types.ts';
import { arnOf, change, find, findSaid, limitExceeded, modified, put, quota } from './shared/entities.ts';
import { object, optionalText, pick, text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { hierarchyGroupPlace, userPlace } from './shared/places.ts';
import { duplicate, inUse, invalidParameter } from './shared/refusals.ts';
import { search } from './shared/search.ts';

const LEVELS = ['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'] as const;

/** Levels are kept as things of a collection whose ids are these words. */
const STRUCTURE = 'hierarchy-level';

const levels = (context: Context): readonly (StoredEntity | undefined)[] =>
  LEVELS.map((word) => context.store.get(STRUCTURE, word));

const summary = (group: StoredEntity): JsonObject =>
  pick(group, ['Id', 'Arn', 'Name', 'LastModifiedTime', 'LastModifiedRegion']);

/** From the top down to the group itself. */
function pathTo(context: Context, group: StoredEntity): readonly StoredEntity[] {
  const parent = optionalText(group, 'ParentGroupId');
  return parent === undefined ? [group] : [...pathTo(context, find(context, hierarchyGroupPlace, parent)), group];
}

const described = (context: Context, group: StoredEntity): JsonObject => ({
  ...summary(group),
  ...pick(group, ['LevelId', 'Tags']),
  HierarchyPath: Object.fromEntries(pathTo(context, group).map((one, i) => [LEVELS[i] ?? '', summary(one)])),
});

const said = (context: Context, input: JsonObject): StoredEntity =>
  findSaid(context, hierarchyGroupPlace, input, 'HierarchyGroupId');

function requireFreeName(context: Context, name: string, parent: string | undefined): void {
  const same = context.store
    .all(hierarchyGroupPlace.collection)
    .some((other) => other['Name'] === name && optionalText(other, 'ParentGroupId') === parent);
  if (same) throw duplicate(hierarchyGroupPlace.label, name);
}

const QUOTA = 'User hierarchy groups per instance';

export const hierarchyHandlers: Handlers = {
  DescribeUserHierarchyStructure: (_input, context) => ({
    HierarchyStructure: Object.fromEntries(
      levels(context).flatMap((level, i) =>
        level === undefined
          ? []
          : [
              [
                LEVELS[i] ?? '',
                {
                  ...pick(level, ['Arn', 'Name', 'LastModifiedTime', 'LastModifiedRegion']),
                  Id: text(level, 'LevelId'),
                },
              ],
            ],
      ),
    ),
  }),
  /** Levels that are not said are taken away; one that has groups cannot be. */
  UpdateUserHierarchyStructure: (input, context) => {
    const structure = object(input, 'HierarchyStructure') ?? {};
    const changes = LEVELS.flatMap((word): readonly Change[] => {
      const said = object(structure, word);
      const before = context.store.get(STRUCTURE, word);
      if (said === undefined) return before === undefined ? [] : [removal(context, before)];
      const id = before === undefined ? context.newId() : text(before, 'LevelId');
      const level = {
        Id: word,
        Arn: `${context.instance.arn}/agent-group-level/${id}`,
        LevelId: id,
        Name: text(said, 'Name'),
        ...modified(context),
      };
      return [{ put: level, in: STRUCTURE }];
    });
    context.store.write(changes);
    return {};
  },
  CreateUserHierarchyGroup: (input, context) => {
    const parentId = optionalText(input, 'ParentGroupId');
    const parent = parentId === undefined ? undefined : find(context, hierarchyGroupPlace, parentId);
    const level = levels(context)[parent === undefined ? 0 : pathTo(context, parent).length];
    if (level === undefined) throw invalidParameter('Invalid parameter: the hierarchy has no such level');
    requireFreeName(context, text(input, 'Name'), parent?.Id);
    if (context.store.all(hierarchyGroupPlace.collection).length >= quota(context, QUOTA)) {
      throw limitExceeded(QUOTA, quota(context, QUOTA));
    }
    const id = context.newId();
    const group: StoredEntity = {
      Id: id,
      Arn: arnOf(context, hierarchyGroupPlace, id),
      ...modified(context),
      ...pick(input, ['Name', 'Tags']),
      LevelId: text(level, 'LevelId'),
      ...(parent === undefined ? {} : { ParentGroupId: parent.Id }),
    };
    put(context, hierarchyGroupPlace, group);
    return { HierarchyGroupId: id, HierarchyGroupArn: group.Arn };
  },
  DescribeUserHierarchyGroup: (input, context) => ({ HierarchyGroup: described(context, said(context, input)) }),
  ListUserHierarchyGroups: (input, context) =>
    page(input, 'UserHierarchyGroupSummaryList', context.store.all(hierarchyGroupPlace.collection).map(summary)),
  SearchUserHierarchyGroups: (input, context) =>
    search(
      input,
      'UserHierarchyGroups',
      context.store.all(hierarchyGroupPlace.collection),
      { fields: { name: 'Name', parentId: 'ParentGroupId', levelId: 'LevelId', resourceID: 'Id' } },
      (group) => described(context, group),
    ),
  UpdateUserHierarchyGroupName: (input, context) => {
    const group = said(context, input);
    const name = text(input, 'Name');
    if (name !== group['Name']) requireFreeName(context, name, optionalText(group, 'ParentGroupId'));
    context.store.write([{ put: { ...group, Name: name, ...modified(context) }, in: hierarchyGroupPlace.collection }]);
    return {};
  },
  /** Users of the group are in none afterwards. */
  DeleteUserHierarchyGroup: (input, context) => {
    const group = said(context, input);
    const child = context.store
      .all(hierarchyGroupPlace.collection)
      .find((other) => other['ParentGroupId'] === group.Id);
    if (child !== undefined) {
      throw inUse(hierarchyGroupPlace, group.Id, hierarchyGroupPlace, child.Id);
    }
    const members = context.store.all(userPlace.collection).filter((user) => user['HierarchyGroupId'] === group.Id);
    context.store.write([
      ...members.map((user) => ({
        put: change(context, userPlace, user, { HierarchyGroupId: undefined }),
        in: userPlace.collection,
      })),
      { remove: group.Id, in: hierarchyGroupPlace.collection },
    ]);
    return {};
  },
};

function removal(context: Context, level: StoredEntity): Change {
  const id = text(level, 'LevelId');
  const group = context.store.all(hierarchyGroupPlace.collection).find((other) => other['LevelId'] === id);
  if (group !== undefined) {
    throw new Refusal('ResourceInUseException', `The level ${text(level, 'Name')} has groups`, {
      ResourceType: 'HIERARCHY_GROUP',
      ResourceId: group.Id,
    });
  }
  return { remove: level.Id, in: STRUCTURE };
}
