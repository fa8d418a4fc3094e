/** A client may answer what the server asks with an error: VS Code's does while it starts. */
import { expect, test } from 'vitest';
import { startClient } from './client.ts';

test('a refused refresh of diagnostics does not end the server', async () => {
  const capabilities = { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } };
  const client = await startClient({ 'main.flow': 'inbound flow Main {\n  disconnect\n}\n' }, { capabilities });
  await client.open('main.flow', 'inbound flow Main {\n  plya "x"\n}\n');
  const answer = () =>
    client.ask<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: client.uri('main.flow') },
    });
  await answer();
  // The refusal of the refresh has come by now.
  await new Promise((settle) => setTimeout(settle, 200));
  expect((await answer()).items.map(({ code }) => code)).toContain('check/unknown-statement');
  expect(await client.stop()).toBe(0);
});
