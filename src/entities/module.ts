import { inInstance } from './shared.ts';
import type { EntityModel } from './types.ts';

const module: EntityModel = {
  kind: 'module',
  spellings: ['module'],
  console: { en: 'Flow module', ja: 'フローモジュール', plural: 'modules' },
  doc: 'A part of a flow that several flows call, with typed input, typed result data and named result branches. A module of the project says its contract in its body; `existing module` says it in braces.',
  managed: true,
  lifecycle: 'Modules of the project are created before the flows that call them, callees first.',
  operand: {
    role: 'display name',
    required: false,
    minLength: 1,
    maxLength: 127,
    source: 'CreateContactFlowModule.Name',
  },
  properties: [
    {
      key: 'input',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'What the caller passes in `with { }`; the module reads it as `$.Modules.Input`.',
      source: 'CreateContactFlowModule.Settings input',
    },
    {
      key: 'returns',
      type: { is: 'map', of: { is: 'type' } },
      describes: true,
      braces: true,
      doc: 'What the module hands back; the caller reads it as `$.Modules.ResultData`.',
      source: 'CreateContactFlowModule.Settings resultData',
    },
    {
      key: 'branches',
      type: { is: 'list', of: { is: 'text', minLength: 1 }, max: 8 },
      describes: true,
      doc: 'Names of the module’s own result branches: `on "verified"` where it is invoked.',
      source: 'CreateContactFlowModule.Settings transitions; quota “Custom branches per module”',
    },
  ],
  clauses: [],
  rules: [],
  api: {
    list: 'ListContactFlowModules',
    nameMember: 'Name',
    listed: { items: 'ContactFlowModulesSummaryList', page: 1000, state: 'State' },
    describe: 'DescribeContactFlowModule',
    create: 'CreateContactFlowModule',
    update: ['UpdateContactFlowModuleContent', 'UpdateContactFlowModuleMetadata'],
    delete: 'DeleteContactFlowModule',
  },
  arn: { template: inInstance('flow-module'), localId: 'uuid' },
  quota: { max: 200, adjustable: true, name: 'Modules per instance' },
  example: `existing module 本人確認 "Verify identity" {
  input { phone: text }
  returns { customer_id: text }
  branches: ["verified", "failed"]
}`,
};

export default module;
