/**
 * src/connect/local/model/{operations,shapes}.generated.ts: what the local instance serves, as facts.
 *
 * `node scripts/generate-service-model.mjs FILE [--check]`: FILE is the JSON description of the service's operations. It
 * is no part of this project; without it there is nothing to do, and what is committed stands.
 */
import { readFileSync } from 'node:fs';
import { writeOrCheck } from './lib/generated.mjs';
import { serviceModelFiles } from './lib/service-model.mjs';

const file = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
if (file !== undefined) {
  await writeOrCheck(serviceModelFiles(JSON.parse(readFileSync(file, 'utf8'))), {
    check: process.argv.includes('--check'),
    command: `node scripts/generate-service-model.mjs ${file}`,
    asIs: true,
  });
}
