import { diagnosticsOf } from '../diagnostics/diagnostic.ts';

/** What stands between source and an instance, besides what the service itself refuses. */
export const deploy = diagnosticsOf('deploy', {
  'other-type': {
    severity: 'error',
    message: (p: { name: string; wanted: string; live: string }) =>
      `"${p.name}" is an ${p.live} flow in the instance, and here it is an ${p.wanted} one; the type of a flow never changes.`.replace(
        /\ban (?=[^aeiou])/g,
        'a ',
      ),
    help: () => 'Give it another name in Connect: it is then a new flow, and the old one can be archived.',
  },
  'user-needs-password': {
    severity: 'error',
    message: (p: { name: string }) =>
      `There is no user "${p.name}" in the instance, and it cannot be created: this instance keeps passwords itself, and they never stand in source.`,
    help: () =>
      'Create the user in the console, where its password is set; the next plan takes it over. Instances with SAML need no password.',
  },
  'user-needs-name': {
    severity: 'error',
    message: (p: { name: string; missing: readonly string[] }) =>
      `There is no user "${p.name}" in the instance, and it cannot be created without ${p.missing.map((key) => `\`${key}\``).join(' and ')}.`,
    help: (p: { missing: readonly string[] }) => `Add ${p.missing.map((key) => `\`${key}: "…"\``).join(' and ')}.`,
  },
  'hidden-digits': {
    severity: 'error',
    message: (p: { name: string; number: string }) =>
      `The number ${p.number} of "${p.name}" would be written to the instance, and its X hide digits.`,
    help: () => 'Say the digits; a `param` keeps them out of the source, with a value for each environment.',
  },
  'refused-flow': {
    severity: 'error',
    message: (p: { problem: string; name: string; block: string | undefined; remedy: string | undefined }) =>
      `Connect refuses ${p.block === undefined ? `"${p.name}"` : `the block "${p.block}" of "${p.name}"`}: ${p.problem}.`,
    help: (p: { remedy: string | undefined }) =>
      p.remedy ?? 'Correct it and publish again; what was live of this flow is untouched.',
  },
  refused: {
    severity: 'error',
    message: (p: { name: string; operation: string; code: string; message: string }) =>
      p.code === 'NetworkError'
        ? `${p.operation} for "${p.name}" got no answer: ${p.message}`
        : `${p.operation} for "${p.name}" ${isFault(p.code) ? 'failed' : 'was refused'}: ${p.message} (${p.code})`,
    help: (p: { code: string }) => refusalHelp(p.code),
  },
  moved: {
    severity: 'error',
    message: (p: { what: string }) => `The instance is another than it was when this was planned: ${p.what}`,
    help: () => 'Look at a new plan, and publish that. It is empty where this one was carried out already.',
  },
});

/** A fault of the service's own, which nothing in the source can mend. */
function isFault(code: string): boolean {
  return /^(?:Internal\w*|ServiceUnavailable\w*|Http5\d\d)$/.test(code);
}

function refusalHelp(code: string): string {
  if (isFault(code)) return 'Publish again: it goes on where it stopped.';
  switch (code) {
    case 'AccessDeniedException':
      return '`flowc plan --iam-policy` prints the permissions that this needs.';
    case 'LimitExceededException':
    case 'ServiceQuotaExceededException':
      return 'Ask for a higher quota in the Service Quotas console, or archive and delete what is not used.';
    case 'NetworkError':
      return 'Publish again when the service can be reached: it goes on where it stopped.';
    default:
      return 'Correct it and publish again: it goes on where it stopped.';
  }
}
