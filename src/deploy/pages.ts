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
  'user-needs-name': {
    summary: 'A user is declared without a name, and does not exist yet.',
    why: 'Where users come by SAML, Connect creates none without a first and a last name. One that exists has them, and keeps them where the source says none; so the names of people need not stand there for longer than that.',
    remedy: 'Say both names, or let the user be created elsewhere first. Or declare it `existing`.',
  },
  'hidden-digits': {
    summary: 'A telephone number would be written to the instance, and the source does not show all of its digits.',
    why: 'An X in a number stands for a digit that is nobody’s business. That is enough to find a number that the instance has. Where the number itself is what has to be written, the desk phone of a user or the destination of a quick connect, there is nothing to write. The instance on this machine takes zeros, because nobody’s telephone rings there.',
    remedy:
      'Say all digits; or declare a `param` and say the number in the settings of each environment in `flowc.json`, or keep that file out of what is published.',
  },
  'refused-flow': {
    summary: 'Connect refuses what a flow or module says.',
    why: 'The service judges a flow when it is published, and answers with a list of problems that name blocks by their number in the JSON. flowc finds the line of the source that each is about. Nothing of the flow is changed when it is refused: what was live before is still live, and what came before it in this release stays written.',
    remedy:
      'Correct the line and publish again: the release goes on where it stopped. `flowc rollback` takes back what was written of it. Where `flowc check` could have known before, please report it with the flow: that is what its rules are for.',
  },
  refused: {
    summary: 'Connect refuses a request that publishing makes.',
    why: 'A permission may be missing, a quota may be reached, or something may be in a state in which it cannot be changed. What may go well another time, such as throttling, was tried several times before this is told.',
    remedy:
      'Do what the message says, and publish again: the release goes on where it stopped. `flowc plan --iam-policy` prints the permissions that a plan needs. `flowc rollback` takes back what was written of the release.',
  },
  moved: {
    summary: 'Somebody changed the instance after the plan was made.',
    why: 'A plan says what will change, and somebody agreed to that. When what is live is no longer what the plan was made from, carrying it out could undo the work of others.',
    remedy:
      'Plan again, look at it, and publish that. `flowc drift` shows what was changed in the console, and `flowc adopt` takes it into the source.',
  },
};
