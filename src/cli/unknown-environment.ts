import { nearest } from '../diagnostics/suggest.ts';
import { environmentNames } from '../workspace/environments.ts';
import type { Project } from '../workspace/project.ts';
import { UsageError } from './io.ts';

/** For a name on the command line that is none of the project's environments. */
export function unknownEnvironment(name: string, { environments }: Pick<Project, 'environments'>): UsageError {
  const names = environmentNames(environments);
  const meant = nearest(name, names);
  const help =
    meant !== undefined
      ? `did you mean \`${meant}\`?`
      : names.length > 1
        ? `there are ${names.join(', ')}.`
        : 'flowc.json names none under `environments`; `local`, an instance on this machine, is always there.';
  return new UsageError(`there is no environment \`${name}\`; ${help}`);
}
