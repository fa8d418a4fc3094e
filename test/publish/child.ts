/** A process that publishes a project once, to be killed. Arguments: endpoint, instance, folder of the project, its size, its words. */
import { connect, publishText } from './project.ts';
import { projectText } from './twelve.ts';
import type { Instance } from '../../src/connect/types.ts';

const [endpoint = '', instance = '', root = '', size = '', words = ''] = process.argv.slice(2);
const connection = await connect({
  endpoint,
  instance: JSON.parse(instance) as Instance,
  close: () => Promise.resolve(),
});
const { diagnostics } = await publishText({ root, connection }, projectText(size, words));
connection.close();
for (const { message } of diagnostics) console.error(message);
process.exit(diagnostics.length === 0 ? 0 : 1);
