/** A process that publishes a project once, to be killed. Arguments: endpoint, instance, folder of the project, its size, its words. */
import { codes, connect, publishText } from './project.ts';
import { projectText } from './twelve.ts';
import type { Instance } from '../../src/connect/types.ts';

const [endpoint = '', instance = '', root = '', size = '', words = ''] = process.argv.slice(2);
const connection = await connect({
  endpoint,
  instance: JSON.parse(instance) as Instance,
  close: () => Promise.resolve(),
});
const published = await publishText({ root, connection }, projectText(size, words));
connection.close();
for (const wrong of codes(published)) console.error(wrong);
process.exit(codes(published).length === 0 ? 0 : 1);
