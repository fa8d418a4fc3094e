import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const version = /^NVIM v(\d+)\.(\d+)\.(\d+)/.exec(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const minor = version === null ? -1 : Number(version[1]) > 0 ? 99 : Number(version[2]);
const isThere = minor >= 7;
const launcher = resolve(import.meta.dirname, '../../bin/flowc.cjs');
const page = resolve(import.meta.dirname, '../../docs/editors/neovim.md');

/** The set-ups of the page that are for the version that is here: the server, and formatting on save. */
function setUp(): string {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```lua\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const marks = [minor >= 11 ? 'vim.lsp.enable(' : minor >= 8 ? 'vim.lsp.start(' : 'start_client(', 'BufWritePre'];
  return marks
    .map((mark) => {
      const found = blocks.find((text) => text.includes(mark));
      if (found === undefined) throw new Error(`the page has no set-up with ${mark} any more`);
      return found.replace(
        "{ 'flowc', 'lsp', '--stdio' }",
        `{ '${process.execPath}', '${launcher}', 'lsp', '--stdio' }`,
      );
    })
    .join('\n');
}

const ASK = `
local function say(method, line, character, more)
  local params = vim.tbl_extend('force', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }, more or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 5000) or {}) do
    if answer.result then return answer.result end
  end
  return {}
end
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local codes = {}
for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(codes, one.code or one.message) end
local labels = {}
local completed = say('textDocument/completion', 1, 12)
for _, one in ipairs(completed.items or completed) do table.insert(labels, one.label) end
local hover = vim.json.encode(say('textDocument/hover', 1, 4))
local renamed = vim.json.encode(say('textDocument/rename', 1, 13, { newName = 'Leads' }))
vim.cmd('write')
io.stdout:write(vim.json.encode({ codes = codes, labels = labels, hover = hover, renamed = renamed }))
vim.cmd('qa!')
`;

const TEXT = `inbound flow A {
  set queue Sales { on error -> nowhere }
     disconnect
}
`;

test.skipIf(!isThere)(
  `Neovim ${version?.[0] ?? ''}: diagnostics, completion, hover, rename, formatting${isThere ? '' : ' (skipped: no Neovim from 0.7 on is installed)'}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowc-nvim-'));
    try {
      writeFileSync(join(folder, 'flowc.json'), '{}\n');
      writeFileSync(join(folder, 'a.flow'), TEXT);
      writeFileSync(join(folder, 'b.flow'), 'existing queue Sales\n');
      writeFileSync(join(folder, 'init.lua'), setUp());
      writeFileSync(join(folder, 'ask.lua'), ASK);
      const args = ['--headless', '--clean', '-u', 'init.lua', 'a.flow', '-c', 'luafile ask.lua'];
      const out = execFileSync('nvim', args, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
      const answer = JSON.parse(out.slice(out.indexOf('{'))) as Record<'hover' | 'renamed', string> &
        Record<'codes' | 'labels', string[]>;
      expect(answer.codes).toContain('check/unknown-target');
      expect(answer.labels).toContain('Sales');
      expect(answer.hover).toContain('Set working queue');
      expect(answer.renamed).toContain('b.flow');
      expect(readFileSync(join(folder, 'a.flow'), 'utf8')).toBe(TEXT.replace('     disconnect', '  disconnect'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
