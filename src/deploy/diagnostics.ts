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
});
