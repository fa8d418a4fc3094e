/** A process that publishes a project once, to be killed. Arguments: endpoint, folder of the project, the text's words. */
import { connect, publishText } from './project.ts';
import { projectText } from './twelve.ts';
import { THE_INSTANCE } from '../../src/connect/local/own.ts';

const [endpoint = '', root = '', size = '', words = ''] = process.argv.slice(2);
const connection = await connect({ endpoint, instance: THE_INSTANCE, close: () => Promise.resolve() });
const { diagnostics } = await publishText({ root, connection }, projectText(size, words));
connection.close();
for (const { message } of diagnostics) console.error(message);
process.exit(diagnostics.length === 0 ? 0 : 1);
