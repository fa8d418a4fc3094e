/** An instance with ids of its own, as the tools would find it: what templates are deployed to in these tests. */
import { localUuid } from '../../src/check/local-id.ts';
import { viewQualifier } from '../../src/check/environment.ts';
import type { Environment, Named } from '../../src/check/program.ts';
import { entityModel } from '../../src/entities/index.ts';

export const INSTANCE_ARN = 'arn:aws:connect:eu-west-2:111122223333:instance/9f0e1d2c-3b4a-4958-8776-655443322110';

/** The ARN that a thing has there, without a qualifier. */
export function arnOf(named: Named): string {
  const id =
    named.kind === 'lambda' || named.kind === 'attribute'
      ? named.display
      : localUuid(`instance of tests ${named.kind}/${named.name}`);
  const parts: Readonly<Record<string, string>> = {
    partition: 'aws',
    region: 'eu-west-2',
    account: '111122223333',
    instance: INSTANCE_ARN.slice(INSTANCE_ARN.lastIndexOf('/') + 1),
    id,
  };
  return entityModel(named.kind).arn.template.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}

export function idOf(named: Named): string {
  return arnOf(named).replace(/^.*\//, '');
}

/** What flows say there; modules as publishing binds them, or by an alias. */
export function environment(alias = '$LATEST'): Environment {
  return {
    name: 'tests',
    bind: (named) => arnOf(named) + (named.kind === 'module' ? `:${alias}` : viewQualifier(named)),
  };
}
