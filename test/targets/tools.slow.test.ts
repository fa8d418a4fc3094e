/** The tools themselves, where they are installed: cfn-lint with its schemas, Terraform with its `aws` provider. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startLocal } from '../../src/connect/local/start.ts';
import { cloudFormation } from '../../src/targets/cloudformation/template.ts';
import { documentText } from '../../src/targets/target.ts';
import { terraform } from '../../src/targets/terraform/configuration.ts';
import { literal } from '../../src/targets/terraform/text.ts';
import { parseProject } from '../../src/compiler.ts';
import type { JsonObject } from '../../src/text/json.ts';
import { CIRCLES, EVERYTHING, projects, withDigits } from './projects.ts';

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
  const run = spawnSync('terraform', ['init', '-no-color', '-input=false'], { cwd, encoding: 'utf8', timeout: 20_000 });
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
  // Each takes seconds: those that say most.
  it.each(projects.filter(([name]) => /callcentre|circles|everything/.test(name)))(
    'takes the configuration of %s',
    (_, sources) => {
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
    },
  );
});

describe.skipIf(!canInitialise)(
  'Terraform against the local instance (skipped where it or its provider is not there)',
  () => {
    it('creates the project, closes its circles in a second run, and then finds nothing to change', async () => {
      const local = await startLocal({ folder: join(folder, 'local') });
      try {
        const cwd = mkdtempSync(join(folder, 'apply-'));
        const provider = {
          region: local.instance.region,
          access_key: 'nobody',
          secret_key: 'nothing',
          skip_credentials_validation: true,
          skip_metadata_api_check: true,
          skip_requesting_account_id: true,
          endpoints: { connect: local.endpoint },
        };
        writeFileSync(join(cwd, 'provider.tf.json'), JSON.stringify({ provider: { aws: provider } }));
        writeFileSync(join(cwd, 'main.tf.json'), documentText(terraform(parseProject(CIRCLES)).document));
        // Not with spawnSync: the instance answers in this very process.
        const run = (...args: string[]) =>
          new Promise<{ code: number | null; text: string }>((settle) => {
            const child = spawn('terraform', args, { cwd });
            let text = '';
            for (const stream of [child.stdout, child.stderr])
              stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
            child.on('close', (code) => {
              settle({ code, text });
            });
          });
        const instance = ['-no-color', '-input=false', '-var', `instance_arn=${local.instance.arn}`];
        expect(await run('init', '-no-color')).toMatchObject({ code: 0 });
        const first = await run('apply', '-auto-approve', ...instance, '-var', 'circles_closed=false');
        expect(first).toMatchObject({ code: 0, text: expect.stringContaining('Resources: 8 added') as string });
        const second = await run('apply', '-auto-approve', ...instance);
        expect(second).toMatchObject({ code: 0, text: expect.stringContaining('0 added, 3 changed') as string });
        // 2 would be: there is something to change.
        expect(await run('plan', '-detailed-exitcode', ...instance)).toMatchObject({ code: 0 });
      } finally {
        await local.close();
      }
    });
  },
);

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
    // Terraform may warn of the user's own configuration, which is no matter of these texts.
    const run = (...args: string[]): string => {
      const { status, stdout, stderr } = spawnSync('terraform', args, { cwd, encoding: 'utf8' });
      expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
      return stdout;
    };
    run('init', '-no-color');
    run('apply', '-auto-approve', '-no-color');
    const outputs = JSON.parse(run('output', '-json')) as Record<string, { value: string }>;
    for (const [i, text] of texts.entries()) expect(outputs[`t${i}`]?.value).toBe(`${text}<x>${text}`);
  });
});
