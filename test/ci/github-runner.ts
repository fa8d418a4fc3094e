/**
 * Runs the composite action as GitHub's runner does, as far as it matters here: inputs, conditions, environment, outputs,
 * files of the runner. Steps that use other actions are noted and not run.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Repository } from './repository.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = parse(readFileSync('ci/github/action.yml', 'utf8')) as Action;

export interface Ran {
  readonly succeeded: boolean;
  /** What went to the log. */
  readonly log: string;
  /** Steps that ran, by name; of those that use actions with what they are given. */
  readonly steps: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** `env`: what the runner and the workflow set besides. */
export async function runAction(
  { root, temp, path }: Repository,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
  const scope: Scope = {
    inputs: { ...(Object.fromEntries(defaults) as Record<string, string>), 'github-token': 'a-token', ...inputs },
    steps: {},
    runner: { temp },
    failed: false,
  };
  const files = ['output', 'path', 'summary'].map((name) => join(temp, name));
  const [output = '', added = '', summary = ''] = files;
  for (const file of files) rmSync(file, { force: true });
  mkdirSync(temp, { recursive: true });
  let log = '';
  let paths = path;
  const steps = new Map<string, Readonly<Record<string, string>>>();
  for (const step of action.runs.steps) {
    if (!isWanted(step.if, scope)) continue;
    steps.set(step.name, filled(step.with ?? {}, scope));
    if (step.run === undefined) continue;
    writeFileSync(output, '');
    const script = join(temp, 'step.sh');
    writeFileSync(script, step.run);
    const child = spawn('sh', ['-e', script], {
      cwd: root,
      env: {
        PATH: paths,
        HOME: temp,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: resolve('ci/github'),
        GITHUB_OUTPUT: output,
        GITHUB_PATH: added,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: temp,
        ...env,
        ...filled(step.env ?? {}, scope),
      },
    });
    const keep = (chunk: Buffer) => (log += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const code = await new Promise<number | null>((settle) => child.on('close', settle));
    if (code !== 0) scope.failed = true;
    if (step.id !== undefined) scope.steps[step.id] = outputsIn(readFileSync(output, 'utf8'));
    if (existsSync(added)) paths = `${readFileSync(added, 'utf8').trim()}:${paths}`;
  }
  return {
    succeeded: !scope.failed,
    log,
    steps,
    outputs: filled(
      Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value])),
      scope,
    ),
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
  };
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

// ---------------------------------------------------------------------------------------------------------- expressions

interface Scope {
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Record<string, Readonly<Record<string, string>>>;
  readonly runner: { readonly temp: string };
  failed: boolean;
}

type Value = string | boolean;

function isWanted(condition: string | undefined, scope: Scope): boolean {
  if (condition === undefined) return !scope.failed;
  const holds = evaluate(condition, scope) !== false && evaluate(condition, scope) !== '';
  return holds && (!scope.failed || condition.includes('always()'));
}

function filled(values: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      String(value).replace(/\$\{\{(.*?)\}\}/g, (_, inner: string) => String(evaluate(inner, scope))),
    ]),
  );
}

/** `||`, `&&`, `==`, `!=`, functions and names; no brackets, since the action has none. */
function evaluate(text: string, scope: Scope): Value {
  const [first = '', ...others] = text.split('||');
  if (others.length > 0) {
    const value = evaluate(first, scope);
    return value === false || value === '' ? evaluate(others.join('||'), scope) : value;
  }
  const [left = '', ...right] = text.split('&&');
  if (right.length > 0) {
    const value = evaluate(left, scope);
    return value === false || value === '' ? value : evaluate(right.join('&&'), scope);
  }
  const compared = /^(.*?)(==|!=)(.*)$/.exec(text);
  if (compared !== null) {
    const [, a = '', operator, b = ''] = compared;
    return (evaluate(a, scope) === evaluate(b, scope)) === (operator === '==');
  }
  return operand(text.trim(), scope);
}

function operand(text: string, scope: Scope): Value {
  if (text === 'always()') return true;
  const quoted = /^'(.*)'$/.exec(text);
  if (quoted !== null) return quoted[1] ?? '';
  const format = /^format\('(.*)', (.*)\)$/.exec(text);
  if (format !== null) return (format[1] ?? '').replace('{0}', String(operand(format[2] ?? '', scope)));
  const [root, name = '', , output = ''] = text.split('.');
  if (root === 'inputs') return scope.inputs[name] ?? '';
  if (root === 'github') return { run_id: '123', run_attempt: '1' }[name] ?? '';
  if (root === 'runner') return scope.runner.temp;
  if (root === 'steps') return scope.steps[name]?.[output] ?? '';
  throw new Error(`what is ${text}?`);
}
