/** Versions and aliases of modules: callers go on with what an alias leads to while the module changes. */
import { localUuid } from '../../check/local-id.ts';
import type { Json } from '../../text/json.ts';
import type { Resource } from './template.ts';

/**
 * A version is a copy of the module as it is when the version is made, and never changes; so what the module says is part
 * of its logical id, and a module that says something else gets a new one. Old ones stay in the instance.
 */
export function versionOf({ id, properties }: Resource): [string, Json] {
  const content = localUuid(`version ${JSON.stringify([properties['Content'], properties['Settings']])}`).slice(0, 8);
  return [
    `${id}Version${content}`,
    {
      Type: 'AWS::Connect::ContactFlowModuleVersion',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { ContactFlowModuleId: { 'Fn::GetAtt': [id, 'ContactFlowModuleArn'] } },
    },
  ];
}

export function aliasOf({ id }: Resource, version: string, name: string): [string, Json] {
  return [
    `${id}Alias`,
    {
      Type: 'AWS::Connect::ContactFlowModuleAlias',
      Properties: {
        ContactFlowModuleId: { 'Fn::GetAtt': [id, 'ContactFlowModuleArn'] },
        ContactFlowModuleVersion: { 'Fn::GetAtt': [version, 'Version'] },
        Name: name,
      },
    },
  ];
}
