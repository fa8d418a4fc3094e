import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flowc } from '../cli/harness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-plan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FLOW = `/// Says goodbye.
inbound flow Good "Good day" {
  on error -> bye
  set logging on
  set queue Support
  play "Thank you for calling."
  -> bye
  step bye {
    disconnect
  }
}

queue Support { hours: Hours, max_contacts: 5 }
existing hours Hours "Basic Hours"
`;

describe('flowc plan', () => {
  it('says what would change', async () => {
    writeFileSync(join(folder, 'main.flow'), FLOW);
    const ran = await flowc(folder, ['plan']);
    console.log(ran.out, ran.err, ran.code);
    for (const flag of ['--markdown', '--json', '--iam-policy']) console.log((await flowc(folder, ['plan', flag])).out);
  });
});
