/** The tools themselves, where they are installed: cfn-lint with its schemas, Terraform with its `aws` provider. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cloudFormation } from '../../src/targets/cloudformation/template.ts';
import { documentText } from '../../src/targets/target.ts';
import { terraform } from '../../src/targets/terraform/configuration.ts';
import { literal } from '../../src/targets/terraform/text.ts';
import { parseProject } from '../../src/compiler.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { EVERYTHING, projects, withDigits } from './projects.ts';

const folder = mkdtempSync(join(tmpdir(), 'flowc-targets-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const hasLint = works('cfn-lint', '--version');
const hasTerraform = works('terraform', 'version');
/** The provider has to be in the plugin cache or a mirror: nothing is fetched from the network for a test. */
const canInitialise = hasTerraform && initialised(join(folder)) === undefined;

function initialised(cwd: string): string | undefined {
  const versions = { terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } } };
  writeFileSync(join(cwd, 'versions.tf.json'), JSON.stringify(versions));
  const run = spawnSync('terraform', ['init', '-no-color', '-input=false'], { cwd, encoding: 'utf8', timeout: 60_000 });
  return run.status === 0 ? undefined : run.stderr;
}

describe.skipIf(!hasLint)('cfn-lint (skipped where it is not installed)', () => {
  it('has nothing to say of any template', () => {
    const files = [...projects, ['aliases', EVERYTHING] as const].map(([name, sources]) => {
      const { document } = cloudFormation(parseProject(sources), name === 'aliases' ? { moduleAlias: 'live' } : {});
      const file = join(folder, `${name.replace(/\W/g, '-')}.template.json`);
      writeFileSync(file, documentText(withDigits(document)));
      return file;
    });
    const run = spawnSync('cfn-lint', ['-r', 'us-east-1', '-t', ...files], { encoding: 'utf8' });
    expect(run.stdout + run.stderr).toBe('');
  });
});

describe.skipIf(!canInitialise)('Terraform (skipped where it or its aws provider is not installed)', () => {
  it.each(projects)('takes the configuration of %s', (_, sources) => {
    // Providers before 6.6.0 have no resource that leads a number to a flow.
    const {
      resource,
      terraform: settings,
      ...others
    } = terraform(parseProject(sources)).document as Record<string, JsonObject>;
    const { aws_connect_phone_number_contact_flow_association: _numbers, ...resources } = resource ?? {};
    void settings;
    writeFileSync(join(folder, 'main.tf.json'), documentText(withDigits({ ...others, resource: resources })));
    const run = spawnSync('terraform', ['validate', '-no-color'], { cwd: folder, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toContain('Success! The configuration is valid.');
  });
});

describe.skipIf(!hasTerraform)('Terraform’s own templates (skipped where it is not installed)', () => {
  it('give back what was escaped', () => {
    const texts = ['$', '%', '{', '$$', '%%', '${', '%{', '$${', '%%{', '$%{', '%${', '${a} %{if b} $', '\\"\n${'];
    const locals = Object.fromEntries(
      texts.map((text, i) => [`t${i}`, `${literal(text, true)}\${var.x}${literal(text)}`]),
    );
    const cwd = mkdtempSync(join(folder, 'texts-'));
    const values = Object.fromEntries(texts.map((_, i) => [`t${i}`, { value: `\${local.t${i}}` }]));
    writeFileSync(
      join(cwd, 'main.tf.json'),
      JSON.stringify({ variable: { x: { default: '<x>' } }, locals, output: values }),
    );
    const run = (...args: string[]) => spawnSync('terraform', args, { cwd, encoding: 'utf8' });
    expect(run('init', '-no-color').stderr).toBe('');
    expect(run('apply', '-auto-approve', '-no-color').stderr).toBe('');
    const outputs = JSON.parse(run('output', '-json').stdout) as Record<string, { value: string }>;
    for (const [i, text] of texts.entries()) expect(outputs[`t${i}`]?.value).toBe(`${text}<x>${text}`);
  });
});
