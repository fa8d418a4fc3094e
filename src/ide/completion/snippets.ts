/** Shapes that flows are made of, with places to fill in. */

export interface Snippet {
  readonly label: string;
  readonly text: string;
  readonly detail: string;
  /** Types of the actions that it is made of: it is offered where all of them may stand. */
  readonly actions?: readonly string[];
  /** What a flow is made of besides blocks: it stands beside those that are used every day. */
  readonly isControl?: true;
}

const ON_ERROR = 'on error -> ${9:next}';

export const SNIPPETS: readonly Snippet[] = [
  { label: 'step', text: 'step ${1:name} {\n  $0\n}', detail: 'statements that nothing falls into', isControl: true },
  {
    label: 'if',
    text: 'if ${1:\\$.Attributes.key} == "${2:value}" {\n  $0\n}',
    detail: 'a question',
    actions: ['Compare'],
    isControl: true,
  },
  {
    label: 'if else',
    text: 'if ${1:\\$.Attributes.key} == "${2:value}" {\n  $3\n} else {\n  $0\n}',
    detail: 'a question with two answers',
    actions: ['Compare'],
  },
  {
    label: 'match',
    text: 'match ${1:\\$.Attributes.key} {\n  on "${2:value}" { $3 }\n  on default -> ${4:next}\n}',
    detail: 'many answers',
    actions: ['Compare'],
    isControl: true,
  },
  {
    label: 'match channel',
    text: 'match \\$.Channel {\n  on "CHAT" { $1 }\n  on "TASK" { $2 }\n  on default { $3 }\n}',
    detail: 'calls, chats and tasks apart',
    actions: ['Compare'],
  },
  {
    label: 'repeat',
    text: 'repeat ${1:3} {\n  $0\n}',
    detail: 'the same several times',
    actions: ['Loop'],
    isControl: true,
  },
  {
    label: 'split',
    text: 'split {\n  on ${1:50%} -> ${2:next}\n  on default -> ${3:next}\n}',
    detail: 'by percentage',
    actions: ['DistributeByPercentage'],
  },
  {
    label: 'on error',
    text: 'on error -> ${1:next}',
    detail: 'where errors of all statements here lead',
    isControl: true,
  },
  {
    label: 'menu with keys',
    text: 'menu "${1:For sales press 1.}" {\n  timeout: ${2:8s}\n  on 1 -> ${3:next}\n  on timeout, default, error -> ${4:next}\n}',
    detail: 'ask for a key',
    actions: ['GetParticipantInput'],
  },
  {
    label: 'menu that asks again',
    text: 'repeat ${1:3} {\n  menu "${2:For sales press 1.}" {\n    on 1 -> ${3:break}\n    on timeout, default, error { play "${4:Sorry, that did not work.}" { on error -> next } }\n  }\n}',
    detail: 'three times, then on',
    actions: ['Loop', 'GetParticipantInput', 'MessageParticipant'],
  },
  {
    label: 'ask for digits',
    text: `ask "\${1:Please enter your number.}" {\n  max_digits: \${2:8}\n  timeout: \${3:10s}\n  ${ON_ERROR}\n}`,
    detail: 'keep what is keyed in',
    actions: ['GetParticipantInput'],
  },
  {
    label: 'open or closed',
    text: 'check hours ${1:Office} {\n  on closed {\n    play "${2:We are closed.}" { on error -> next }\n    -> disconnect\n  }\n  on error -> ${3:next}\n}',
    detail: 'say so outside of hours, and hang up',
    actions: ['CheckHoursOfOperation', 'MessageParticipant', 'DisconnectParticipant'],
  },
  {
    label: 'look up with a function',
    text: `invoke lambda \${1:Lookup} {\n  with { phone: \\$.CustomerEndpoint.Address }\n  timeout: \${2:4s}\n  ${ON_ERROR}\n}`,
    detail: 'and read `$.External` behind it',
    actions: ['InvokeLambdaFunction'],
  },
  {
    label: 'to a queue',
    text: 'set queue ${1:Support} { on error -> ${2:disconnect} }\ntransfer to queue {\n  on at_capacity, error -> ${3:disconnect}\n}',
    detail: 'wait for an agent',
    actions: ['UpdateContactTargetQueue', 'TransferContactToQueue'],
  },
  {
    label: 'remember',
    text: `set attributes { \${1:key}: "\${2:value}", ${ON_ERROR} }`,
    detail: 'a contact attribute',
    actions: ['UpdateContactAttributes'],
  },
];

/** A snippet as it reads when its places are left as they are. */
export function filled(text: string): string {
  return text
    .replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
    .replace(/(^|[^\\])\$\d/g, '$1')
    .replaceAll('\\$', '$');
}
