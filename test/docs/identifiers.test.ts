/** Chapter 12 tells identifiers: those that its flow really has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { blocksOf, ROOT } from './blocks.ts';

const page = join(ROOT, 'docs/language/12-names-and-identifiers.md');

it('docs/language/12-names-and-identifiers.md', () => {
  const [block] = blocksOf(page).filter(({ language }) => language === 'flow');
  const source = { path: page, text: block?.text ?? '' };
  const [flow] = compile([source, { path: 'names.flow', text: 'existing queue Support' }]).flows;
  const rows = readFileSync(page, 'utf8').matchAll(/^\| `[^|]+` +\| `([^`|]+)` +\|/gm);
  const told = [...rows].map(([, identifier = '']) => identifier);
  const actions = flow?.emitted().document['Actions'] as readonly { Identifier: string }[];
  expect([...told].sort()).toEqual(actions.map(({ Identifier }) => Identifier).sort());
});
