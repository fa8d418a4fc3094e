/** Every example compiles without a word, is formatted, and builds to the same bytes each time. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler.ts';
import { raiseFlows } from '../../src/decompiler.ts';
import { render } from '../../src/diagnostics/render/index.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import type { Body } from '../../src/syntax/ast.ts';
import { format } from '../../src/syntax/format.ts';
import { bodiesOf } from '../../src/syntax/walk.ts';
import { exampleNames, sourcesOf } from './projects.ts';

describe.each(exampleNames)('examples/%s', (example) => {
  const sources = sourcesOf(example);

  it('compiles to flows without an error, a warning or a hint', () => {
    const { flows, diagnostics } = compile(sources);
    expect(render(diagnostics, { format: 'human', colour: false, width: 100, files: [] })).toBe('');
    expect(flows.length).toBeGreaterThan(0);
    for (const flow of flows) expect(flow.emitted().document).toMatchObject({ Version: '2019-10-30' });
  });

  it.each(sources.map((source) => [source.path, source] as const))('%s is formatted', (_, source) => {
    const { text, diagnostics } = format(source, { width: 100 });
    expect(diagnostics).toEqual([]);
    expect(text).toBe(source.text);
  });

  it('comes back with its own names for steps', () => {
    for (const { declaration, emitted } of compile(sources).flows) {
      const source = { path: 'x.json', text: emitted().json };
      const [back] = raiseFlows([{ source, graph: readFlow(source).graph! }]).flows;
      const names = new Set(placesIn(declaration.body));
      expect(placesIn(back!.body).filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('builds to the same bytes twice, whatever order its files are read in', () => {
    const build = (files: typeof sources) =>
      new Map(compile(files).flows.map((flow) => [flow.name, flow.emitted().json]));
    const first = build(sources);
    expect(build(sources)).toEqual(first);
    expect(build([...sources].reverse())).toEqual(first);
  });
});

/** The names of all steps and labels. */
function placesIn(body: Body): string[] {
  return body.items.flatMap((item) => {
    const name = item.kind === 'step' ? item.name : item.kind === 'statement' ? item.label : undefined;
    return [...(name === undefined ? [] : [name.text]), ...bodiesOf(item).flatMap(placesIn)];
  });
}
