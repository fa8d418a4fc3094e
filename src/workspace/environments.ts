/** Environments of the project file: which instance each is, and what differs there. */

import type { ParamSetting } from '../check/param-values.ts';

/** What flowc.json says of an environment; schemas/flowc.schema.json describes each. */
export interface EnvironmentSettings {
  readonly name: string;
  /** Id, ARN or alias. */
  readonly instance?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpoint?: string | undefined;
  /** Publishing and rolling back ask first. */
  readonly protected: boolean;
  readonly requestsPerSecond?: number | undefined;
  /** Of everything that is published there. */
  readonly tags: Readonly<Record<string, string>>;
  /** Values of `param` declarations, by name. */
  readonly params: Readonly<Record<string, ParamSetting>>;
  readonly modules: { readonly alias?: string | undefined };
}

export type Environments = Readonly<Record<string, EnvironmentSettings>>;

/** The instance on this machine, which every project has. */
export const LOCAL_NAME = 'local';

/** The environments that a project file names, of JSON that its schema accepts. */
export function environmentsOf(said: Readonly<Record<string, unknown>> = {}): Environments {
  const entries = Object.entries(said).map(([name, settings]): [string, EnvironmentSettings] => [
    name,
    { ...nothingSaid(name), ...(settings as object) },
  ]);
  return Object.fromEntries(entries);
}

/** An environment by name; undefined when there is none. `local` always is. */
export function environmentNamed(environments: Environments, name: string): EnvironmentSettings | undefined {
  if (Object.hasOwn(environments, name)) return environments[name];
  return name === LOCAL_NAME ? nothingSaid(name) : undefined;
}

/** All names in alphabetical order, `local` first. */
export function environmentNames(environments: Environments): readonly string[] {
  return [
    LOCAL_NAME,
    ...Object.keys(environments)
      .filter((name) => name !== LOCAL_NAME)
      .sort(),
  ];
}

/** An environment of which nothing is said. */
export function nothingSaid(name: string): EnvironmentSettings {
  return { name, protected: false, tags: {}, params: {}, modules: {} };
}
