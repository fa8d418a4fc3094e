import { error, everyFlowType } from '../common.ts';
import type { ActionEntry } from '../types.ts';

const resumeContact: ActionEntry = {
  type: 'ResumeContact',
  category: 'contact',
  block: { en: 'Resume contact', ja: 'コンタクトの再開', jaStatus: 'unconfirmed' },
  forms: [{ phrase: 'resume contact', control: { kind: 'plain' }, branches: [error] }],
  example: 'resume contact { on error -> next }',
  docStatus: 'documented',
  parameters: [],
  constraints: [],
  results: [],
  conditions: { supported: false },
  errors: [{ type: 'NoMatchingError', mandatory: 'yes', evidence: 'doc+live' }],
  terminal: false,
  nextAction: 'required',
  flowTypesAllowed: everyFlowType,
  flowTypesDisallowed: [],
  flowTypesBlockPage: null,
  channels: { voice: 'error_branch', chat: 'error_branch', task: 'yes', email: 'error_branch' },
  restrictions: [],
  errata: [],
  liveChecked: [],
  realFlowUsesSeen: 0,
  sourceUrl: 'https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactresumecontact.html',
  moreUrls: ['https://docs.aws.amazon.com/connect/latest/adminguide/resume-contact.html'],
  unconfirmed: [],
  confidence: 'medium (doc only)',
};

export default resumeContact;
