/**
 * An esbuild plugin: the AWS SDK's model of Connect without what describes answers and errors, which flowc reads itself,
 * and such that what nobody uses can be left out. V8 would read all of it at each start of a verb that speaks to an instance.
 */
import { readFileSync } from 'node:fs';

const ANSWER = /^(export var \w+\$ = \[9,[^;]*, \(\) => \w+\$), \(\) => \w+\$(\n\];)$/gm;
const REGISTERED = /^\w+_registry\.registerError\(.*\);\n/gm;
const TEXT = /^const (_\w+) = (".*");$/gm;
/** A key in brackets counts as a side effect: what has one stays, and all that it speaks of. */
const COMPUTED = /\[(_\w+)\]:/g;

export const requestsOnly = {
  name: 'requests-only',
  setup({ onLoad }) {
    onLoad({ filter: /client-connect[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ }, ({ path }) => {
      const model = readFileSync(path, 'utf8');
      for (const shape of [ANSWER, REGISTERED, TEXT, COMPUTED]) {
        if (model.search(shape) < 0) throw new Error(`${path} has another shape now: ${shape}`);
      }
      const texts = new Map([...model.matchAll(TEXT)].map(([, name, text]) => [name, text]));
      const contents = model
        .replace(ANSWER, '$1, () => __Unit$2')
        .replace(REGISTERED, '')
        .replace(COMPUTED, (key, name) => (texts.has(name) ? `${texts.get(name)}:` : key));
      return { contents, loader: 'js' };
    });
  },
};
