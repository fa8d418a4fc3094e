/** Params of a project: values that its environments give them, and what is wrong with those. */
import { entityDiagnostic } from '../check/diagnostics.ts';
import { settingOfType, wantedBy, type ParamSetting } from '../check/param-values.ts';
import { settingOf, type Param, type ParamValues } from '../check/params.ts';
import { parseProject, type ParsedProject } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { memberOf } from '../flowjson/json-scan.ts';
import { nodeAt, placeAt, wholeLayer } from '../flowjson/layer.ts';
import { NOWHERE, type SourceText } from '../text/text.ts';
import { project as say } from './diagnostics.ts';
import { environmentNamed, environmentNames, LOCAL_NAME, type EnvironmentSettings } from './environments.ts';
import type { Project } from './project.ts';

/** Parses a project with the values of one environment; what is wrong with its values is among the diagnostics. */
export function parseFor(
  sources: readonly SourceText[],
  project: Project,
  { name, params }: EnvironmentSettings,
): ParsedProject {
  const parsed = parseProject(sources, { environment: name, settings: params });
  if (parsed.params.length === 0 && Object.keys(params).length === 0) return parsed;
  return { ...parsed, diagnostics: [...parsed.diagnostics, ...settingProblems(project, name, parsed.params)] };
}

/** The values for a check without an environment: those of `local`, and where it has none, of any other. */
export function anyValues({ environments }: Project): ParamValues {
  return {
    environment: LOCAL_NAME,
    settings: environmentNamed(environments, LOCAL_NAME)?.params ?? {},
    others: Object.values(environments).map(({ params }) => params),
  };
}

/** What is wrong with the values of all environments, and which of them lack one. */
export function allSettingProblems(project: Project, params: readonly Param[]): readonly Diagnostic[] {
  if (project.source === undefined) return [];
  return environmentNames(project.environments).flatMap((name) => {
    const found = settingProblems(project, name, params);
    // Nobody needs `local` to build for the others.
    return name === LOCAL_NAME ? found : [...found, ...missingIn(project, name, params)];
  });
}

function missingIn({ environments }: Project, environment: string, params: readonly Param[]): Diagnostic[] {
  const given = environmentNamed(environments, environment)?.params ?? {};
  return params
    .filter(
      ({ fallback, isBroken, name }) => fallback === undefined && !isBroken && settingOf(given, name) === undefined,
    )
    .map(({ name, source, span }) => entityDiagnostic('param-without-value', { source, span }, { name, environment }));
}

const SWITCHES: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['on', true],
  ['false', false],
  ['off', false],
]);

/** The same value with quotes or without them, as JSON, where that is of the type. */
function meantBy(type: Param['type'], setting: ParamSetting): string | undefined {
  const number = typeof setting === 'string' && setting.trim() !== '' ? Number(setting) : Number.NaN;
  const others = [SWITCHES.get(setting), Number.isFinite(number) ? number : undefined, String(setting)];
  const meant = others.find((other) => other !== undefined && settingOfType(type, other, NOWHERE) !== undefined);
  return meant === undefined ? undefined : JSON.stringify(meant);
}

/** Values for what no source declares, and values of the wrong kind, each at its place in the project file. */
function settingProblems(project: Project, environment: string, params: readonly Param[]): Diagnostic[] {
  const { source, environments } = project;
  const given = environmentNamed(environments, environment)?.params ?? {};
  if (source === undefined) return [];
  const layer = wholeLayer(source);
  const byName = new Map(params.map((param) => [param.name, param]));
  return Object.entries(given).flatMap(([key, setting]) => {
    const path = ['environments', environment, 'params'];
    const name = key.normalize('NFC');
    const param = byName.get(name);
    if (param === undefined) {
      const at = layer.place(memberOf(nodeAt(layer, path), key)?.keySpan ?? NOWHERE);
      return [say('undeclared-param', at, { name, suggestion: nearest(name, byName.keys()) })];
    }
    if (settingOfType(param.type, setting, NOWHERE) !== undefined) return [];
    return [
      say('param-setting', placeAt(layer, [...path, key]), {
        name,
        wanted: wantedBy(param.type),
        meant: meantBy(param.type, setting),
      }),
    ];
  });
}
