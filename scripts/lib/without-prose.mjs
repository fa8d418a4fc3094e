/** An esbuild plugin: data without what only people read. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * What the command line's bundles leave out: prose and examples of the data, which only pages, schemas and editors show.
 * A test sees to it that nothing else asks for them. They are half of what V8 would have to read at each start.
 */
export const PROSE = [
  [
    /[\\/]src[\\/]catalogue[\\/]/,
    [
      'errata',
      'sourceUrl',
      'moreUrls',
      'restrictions',
      'results',
      'example',
      'jaStatus',
      'ja',
      'confidence',
      'flowTypesDisallowed',
      'notes',
    ],
  ],
  [/[\\/]src[\\/]lint[\\/](?:rules|service|project)[\\/]/, ['bad', 'good', 'docs', 'summary']],
  [/[\\/]src[\\/]entities[\\/]/, ['lifecycle', 'source', 'example']],
];

export const withoutProse = {
  name: 'without-prose',
  setup({ onLoad }) {
    for (const [filter, keys] of PROSE) {
      onLoad({ filter }, ({ path }) => ({
        contents: leaveOut(readFileSync(path, 'utf8'), new Set(keys)),
        loader: 'ts',
      }));
    }
  },
};

/** TypeScript source without the properties of these names in its object literals. */
function leaveOut(text, keys) {
  const file = ts.createSourceFile('data.ts', text, ts.ScriptTarget.Latest, true);
  const cuts = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && keys.has(node.name.text)) cuts.push([node.getFullStart(), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  let kept = '';
  let at = 0;
  for (const [start, end] of cuts) {
    kept += text.slice(at, start);
    at = /^\s*,/.test(text.slice(end)) ? text.indexOf(',', end) + 1 : end;
  }
  return kept + text.slice(at);
}
