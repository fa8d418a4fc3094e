/** Pages of what stands between source and an instance. */
import type { PagesOf } from '../diagnostics/page.ts';
import type { deploy } from './diagnostics.ts';

export const deployPages: PagesOf<typeof deploy> = {
  'other-type': {
    summary: 'A flow of this name is live, and it is of another type.',
    why: 'A flow keeps the type that it was created with: Connect has no operation that changes it, because the type decides which blocks a flow may have and where it may be used. To make another one of the same name, the first would have to be deleted, and everything that refers to it would be cut off.',
    remedy:
      'Choose another name in Connect for the new flow, point at it what pointed at the old one, and archive the old one when nothing uses it any more.',
  },
  'user-needs-password': {
    summary: 'A user is declared that does not exist, in an instance that keeps passwords itself.',
    why: 'Where Amazon Connect manages users, each is created together with a password. Passwords do not belong into source, so flowc never asks for one and never makes one up. In instances that use SAML, or a directory, there is none to set, and users are created like everything else.',
    remedy:
      'Let somebody create the user in the console under that login. From then on its routing profile, security profiles and telephone are looked after from source. Or declare it `existing`.',
  },
};
