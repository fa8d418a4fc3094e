import { inInstance, tags } from './shared.ts';
import type { EntityModel } from './types.ts';

const user: EntityModel = {
  kind: 'user',
  spellings: ['user'],
  console: { en: 'User', ja: 'ユーザー', plural: 'users' },
  doc: 'An agent, a supervisor or an administrator. Everybody has one routing profile, even those who take no calls.',
  managed: true,
  lifecycle:
    'Updated when it exists; created only where the instance needs no password for it (SAML or a directory). Never deleted.',
  operand: { role: 'login', required: false, minLength: 1, maxLength: 100, source: 'CreateUser.Username' },
  properties: [
    {
      key: 'first_name',
      type: { is: 'text', maxLength: 255 },
      doc: 'Given name.',
      source: 'UserIdentityInfo.FirstName',
    },
    {
      key: 'last_name',
      type: { is: 'text', maxLength: 300 },
      doc: 'Family name.',
      source: 'UserIdentityInfo.LastName',
    },
    { key: 'email', type: { is: 'text' }, doc: 'E-mail address.', source: 'UserIdentityInfo.Email' },
    {
      key: 'secondary_email',
      type: { is: 'text' },
      doc: 'Address for notifications, where it is another one.',
      source: 'UserIdentityInfo.SecondaryEmail',
    },
    { key: 'mobile', type: { is: 'phone' }, doc: 'Mobile number.', source: 'UserIdentityInfo.Mobile' },
    {
      key: 'routing_profile',
      type: { is: 'ref', kind: 'routing_profile' },
      required: true,
      doc: 'Exactly one: which queues the user serves.',
      source: 'CreateUser.RoutingProfileId',
    },
    {
      key: 'security_profiles',
      type: { is: 'list', of: { is: 'ref', kind: 'security_profile' }, min: 1, max: 10 },
      required: true,
      doc: 'What the user may do.',
      source: 'CreateUser.SecurityProfileIds',
    },
    {
      key: 'phone',
      type: { is: 'word', words: ['soft', 'desk'], then: { desk: { is: 'phone' } } },
      required: true,
      doc: '`soft` for the softphone in the browser, `desk "+81…"` for a telephone.',
      source: 'UserPhoneConfig.PhoneType, DeskPhoneNumber',
    },
    {
      key: 'acw_timeout',
      type: { is: 'duration', min: 0 },
      doc: 'How long after-contact work may last; `0s` for no end.',
      source: 'UserPhoneConfig.AfterContactWorkTimeLimit',
    },
    {
      key: 'auto_accept',
      type: { is: 'flag' },
      doc: 'Whether calls are answered without a click. Softphone only.',
      source: 'UserPhoneConfig.AutoAccept',
    },
    {
      key: 'persistent_connection',
      type: { is: 'flag' },
      doc: 'Whether the audio connection is kept between calls.',
      source: 'UserPhoneConfig.PersistentConnection',
    },
    tags('CreateUser.Tags'),
  ],
  clauses: [],
  rules: [],
  refused: {
    password: 'Passwords never stand in source: the user sets one in the console, or the instance uses SAML.',
  },
  alsoCalled: {
    name: 'first_name',
    givenname: 'first_name',
    familyname: 'last_name',
    surname: 'last_name',
    roles: 'security_profiles',
    permissions: 'security_profiles',
    softphone: 'phone',
    deskphone: 'phone',
    aftercontactworktimelimit: 'acw_timeout',
    wrapup: 'acw_timeout',
    login: 'user Name "login"',
    username: 'user Name "login"',
  },
  api: {
    list: 'ListUsers',
    nameMember: 'Username',
    listed: { items: 'UserSummaryList', page: 1000 },
    describe: 'DescribeUser',
    create: 'CreateUser',
    update: [
      'UpdateUserIdentityInfo',
      'UpdateUserPhoneConfig',
      'UpdateUserRoutingProfile',
      'UpdateUserSecurityProfiles',
    ],
    delete: 'DeleteUser',
  },
  arn: { template: inInstance('agent'), localId: 'uuid' },
  quota: { max: 500, adjustable: true, name: 'Users per instance' },
  example: `user 佐藤 "sato" {
  first_name: "花子"
  last_name: "佐藤"
  routing_profile: 一般
  security_profiles: [Agent]
  phone: soft
  acw_timeout: 30s
  auto_accept: off
}`,
};

export default user;
