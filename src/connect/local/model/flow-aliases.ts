/**
 * Aliases of flows: in the service's documentation, in none of its SDKs yet.
 * Source: https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlowAlias.html and its four neighbours.
 */
import type { Member, OperationModel, Shape } from './types.ts';

const ERRORS = [
  'AccessDeniedException',
  'InternalServiceException',
  'InvalidParameterException',
  'InvalidRequestException',
  'ResourceNotFoundException',
  'ThrottlingException',
] as const;

export const flowAliasOperations: Readonly<Record<string, OperationModel>> = {
  CreateContactFlowAlias: {
    method: 'PUT',
    uri: '/contact-flows/{InstanceId}/{ContactFlowId}/alias',
    request: 'CreateContactFlowAliasRequest',
    response: 'CreateContactFlowAliasResponse',
    errors: [...ERRORS, 'DuplicateResourceException', 'LimitExceededException'],
  },
  DeleteContactFlowAlias: {
    method: 'DELETE',
    uri: '/contact-flows/{InstanceId}/{ContactFlowId}/alias/{AliasId}',
    request: 'ContactFlowAliasRequest',
    errors: ERRORS,
  },
  DescribeContactFlowAlias: {
    method: 'GET',
    uri: '/contact-flows/{InstanceId}/{ContactFlowId}/alias/{AliasId}',
    request: 'ContactFlowAliasRequest',
    response: 'DescribeContactFlowAliasResponse',
    errors: ERRORS,
  },
  ListContactFlowAliases: {
    method: 'GET',
    uri: '/contact-flows/{InstanceId}/{ContactFlowId}/aliases',
    request: 'ListContactFlowAliasesRequest',
    response: 'ListContactFlowAliasesResponse',
    errors: ERRORS,
    paging: { in: 'NextToken', out: 'NextToken', limit: 'MaxResults', result: 'ContactFlowAliasSummaryList' },
  },
  UpdateContactFlowAlias: {
    method: 'POST',
    uri: '/contact-flows/{InstanceId}/{ContactFlowId}/alias/{AliasId}',
    request: 'UpdateContactFlowAliasRequest',
    errors: [...ERRORS, 'ConditionalOperationFailedException', 'DuplicateResourceException'],
  },
};

const FLOW: Readonly<Record<string, Member>> = {
  InstanceId: { of: 'InstanceIdOrArn', required: true, in: 'path' },
  ContactFlowId: { of: 'ContactFlowId', required: true, in: 'path' },
};

const ALIAS: Readonly<Record<string, Member>> = { ...FLOW, AliasId: { of: 'ResourceId', required: true, in: 'path' } };

const MODIFIED: Readonly<Record<string, Member>> = {
  LastModifiedRegion: { of: 'RegionName' },
  LastModifiedTime: { of: 'Timestamp' },
};

export const flowAliasShapes: Readonly<Record<string, Shape>> = {
  ContactFlowAliasName: { is: 'string', min: 1 },
  ContactFlowAliasRequest: { is: 'structure', members: ALIAS },
  CreateContactFlowAliasRequest: {
    is: 'structure',
    members: {
      ...FLOW,
      AliasName: { of: 'ContactFlowAliasName', required: true },
      ContactFlowVersion: { of: 'ResourceVersion', required: true },
      Description: { of: 'ContactFlowDescription' },
    },
  },
  CreateContactFlowAliasResponse: {
    is: 'structure',
    members: { ContactFlowArn: { of: 'ARN' }, Id: { of: 'ResourceId' } },
  },
  UpdateContactFlowAliasRequest: {
    is: 'structure',
    members: {
      ...ALIAS,
      Name: { of: 'ContactFlowAliasName' },
      Description: { of: 'ContactFlowDescription' },
      ContactFlowVersion: { of: 'ResourceVersion' },
    },
  },
  DescribeContactFlowAliasResponse: {
    is: 'structure',
    members: { ContactFlowAlias: { of: 'ContactFlowAlias' } },
  },
  ContactFlowAlias: {
    is: 'structure',
    members: {
      ContactFlowId: { of: 'ContactFlowId' },
      ContactFlowArn: { of: 'ARN' },
      AliasId: { of: 'ResourceId' },
      Version: { of: 'ResourceVersion' },
      Name: { of: 'ContactFlowAliasName' },
      Description: { of: 'ContactFlowDescription' },
      ...MODIFIED,
    },
  },
  ListContactFlowAliasesRequest: {
    is: 'structure',
    members: {
      ...FLOW,
      NextToken: { of: 'NextToken', in: 'query', wire: 'nextToken' },
      MaxResults: { of: 'MaxResult1000', in: 'query', wire: 'maxResults' },
    },
  },
  ListContactFlowAliasesResponse: {
    is: 'structure',
    members: { ContactFlowAliasSummaryList: { of: 'ContactFlowAliasSummaryList' }, NextToken: { of: 'NextToken' } },
  },
  ContactFlowAliasSummaryList: { is: 'list', of: 'ContactFlowAliasSummary' },
  ContactFlowAliasSummary: {
    is: 'structure',
    members: {
      AliasDescription: { of: 'ContactFlowDescription' },
      AliasId: { of: 'ResourceId' },
      AliasName: { of: 'ContactFlowAliasName' },
      Arn: { of: 'ARN' },
      ...MODIFIED,
      Version: { of: 'ResourceVersion' },
    },
  },
};
