import { description, inInstance, tags } from './shared.ts';
import type { EntityModel } from './types.ts';

const security_profile: EntityModel = {
  kind: 'security_profile',
  spellings: ['security_profile'],
  console: { en: 'Security profile', ja: 'セキュリティプロファイル', plural: 'security profiles' },
  doc: 'What users may see and do in Connect.',
  managed: true,
  lifecycle: 'Created and updated. Never deleted.',
  operand: {
    role: 'display name',
    required: false,
    minLength: 1,
    maxLength: 127,
    pattern: '^[ a-zA-Z0-9_@-]+$',
    source: 'CreateSecurityProfile.SecurityProfileName',
  },
  properties: [
    {
      key: 'permissions',
      type: { is: 'list', of: { is: 'text', minLength: 1, maxLength: 128 }, max: 500 },
      required: true,
      doc: 'Permissions by their API names: `"BasicAgentAccess"`.',
      source: 'CreateSecurityProfile.Permissions',
    },
    description('CreateSecurityProfile.Description'),
    tags('CreateSecurityProfile.Tags'),
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListSecurityProfiles',
    nameMember: 'Name',
    listed: { items: 'SecurityProfileSummaryList', page: 1000 },
    describe: 'DescribeSecurityProfile',
    create: 'CreateSecurityProfile',
    update: ['UpdateSecurityProfile'],
    delete: 'DeleteSecurityProfile',
  },
  arn: { template: inInstance('security-profile'), localId: 'uuid' },
  quota: { max: 100, adjustable: true, name: 'Security profiles per instance' },
  example: 'existing security_profile Agent',
};

export default security_profile;
