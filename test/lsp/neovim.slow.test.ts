import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** 0.8 is the first that starts servers itself. */
const version = /^NVIM v(\d+)\.(\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const isThere = version !== null && (Number(version[1]) > 0 || Number(version[2]) >= 8);
const launcher = resolve(import.meta.dirname, '../../bin/flowc.cjs');
const page = resolve(import.meta.dirname, '../../docs/editors/neovim.md');

/** The set-up for all versions, as the page has it. */
function setUp(): string {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```lua\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const found = blocks.find((text) => text.includes('vim.lsp.start('));
  if (found === undefined) throw new Error('the page has no set-up any more');
  return found.replace("{ 'flowc', 'lsp', '--stdio' }", `{ '${process.execPath}', '${launcher}', 'lsp', '--stdio' }`);
}

const ASK = `
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local codes = {}
for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(codes, one.code) end
local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 1, character = 3 } }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 5000) or {}
local hover = ''
for _, answer in pairs(answers) do hover = hover .. vim.json.encode(answer.result or {}) end
io.stdout:write(vim.json.encode({ codes = codes, hover = hover }))
vim.cmd('qa!')
`;

test.skipIf(!isThere)(
  `Neovim shows diagnostics and hovers${isThere ? '' : ' (skipped: no Neovim from 0.8 on is installed)'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowc-nvim-'));
    try {
      writeFileSync(join(folder, 'flowc.json'), '{}\n');
      writeFileSync(join(folder, 'a.flow'), 'inbound flow A {\n  play "x" { on error -> nowhere }\n  disconnect\n}\n');
      writeFileSync(join(folder, 'init.lua'), setUp());
      writeFileSync(join(folder, 'ask.lua'), ASK);
      const args = ['--headless', '--clean', '-u', 'init.lua', 'a.flow', '-c', 'luafile ask.lua'];
      const out = execFileSync('nvim', args, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
      const answer = JSON.parse(out.slice(out.indexOf('{'))) as { codes: string[]; hover: string };
      expect(answer.codes).toContain('check/unknown-target');
      expect(answer.hover).toContain('Play prompt');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
