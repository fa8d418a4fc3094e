/** Edits of the console, taken into source: what comes of it is the live flow, and little else of the text has changed. */
import { describe, expect, it } from 'vitest';
import { describeDifference } from '../../src/graph/compare.ts';
import { adoptFlow } from '../../src/deploy/pull/adopt/flow.ts';
import { changedLines } from '../../src/deploy/pull/adopt/merge.ts';
import { readFlow } from '../../src/flowjson/read.ts';
import { corpusIsThere, WHY_SKIPPED } from '../corpus/corpus.ts';
import { exampleNames, sourcesOf } from '../examples/projects.ts';
import { adopting, editAndAdopt, goodCorpus, imported, type Adopting } from './adopting.ts';
import { KINDS } from './console-edits.ts';

const SEEDS = 2;

/** Adopts many edits of a project's flows; the number of lines that each changes. */
function lines(project: Adopting, seeds: number, edits: number): number[] {
  const changed: number[] = [];
  for (const flow of project.compiled.flows) {
    for (const kind of KINDS) {
      for (let seed = 1; seed <= seeds; seed++) {
        const edited = editAndAdopt(project, flow, kind, { seed: seed * 7919, edits });
        if (edited === undefined) continue;
        const { difference, adopted, before } = edited;
        const what = `${flow.source.path} ${flow.name}: ${kind}, seed ${seed}`;
        expect(difference === undefined ? '' : describeDifference(difference), what).toBe('');
        for (const comment of commentsIn(before)) {
          // What is said of a block that is gone goes with it.
          if (kind !== 'delete a block' && edits === 1) expect(adopted.text, what).toContain(comment);
        }
        changed.push(changedLines(before.split('\n'), adopted.text.split('\n')));
      }
    }
  }
  return changed.sort((a, b) => a - b);
}

function commentsIn(text: string): string[] {
  return [...text.matchAll(/(?<!["/\p{L}])\/\/ .*$/gmu)].map(([comment]) => comment.trimEnd());
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

describe('edits of the console', () => {
  it.each(exampleNames)('in %s: adopted exactly, comments kept, few lines changed', (name) => {
    const changed = lines(adopting(sourcesOf(name)), SEEDS, 1);
    expect(changed.length).toBeGreaterThan(0);
    expect(at(changed, 0.5)).toBeLessThanOrEqual(4);
    expect(at(changed, 0.8)).toBeLessThanOrEqual(8);
  });

  it('several at once, in a call centre', () => {
    const changed = lines(adopting(sourcesOf('callcentre-ja')), 2, 4);
    expect(at(changed, 0.5)).toBeLessThanOrEqual(12);
  });

  it.skipIf(!corpusIsThere)(`in some real flows ${corpusIsThere ? '' : WHY_SKIPPED}`, () => {
    const some = goodCorpus().filter((_, i) => i % 24 === 0);
    const changed = some.flatMap((file) => {
      const project = imported(file);
      return project === undefined ? [] : lines(project, 1, 1);
    });
    changed.sort((a, b) => a - b);
    expect(changed.length).toBeGreaterThan(10);
    expect(at(changed, 0.5)).toBeLessThanOrEqual(4);
  });
});

describe('the text around an edit', () => {
  const SOURCE = `inbound flow Main   {
  on error -> bye   // nobody waits for ever

    set logging on
  // Said to all.
  play ( "One. "
    "Two. ", )   // spoken slowly

  check hours Office { on closed -> bye }
  menu "1 or 2"
  {
    on 1 { set attributes { key: "1" } }   // first
    on 2, timeout -> bye
    on default -> bye
  }
  step bye { play "Bye.", disconnect }
}

existing hours Office
`;
  const project = adopting([{ path: 'main.flow', text: SOURCE }]);
  const [flow] = project.compiled.flows;

  it('stays to the letter where the file was never formatted', () => {
    if (flow === undefined) throw new Error('there is no flow');
    const document = flow.emitted().document;
    expect(document).toBeDefined();
    for (let seed = 1; seed < 6; seed++) {
      const edited = editAndAdopt(project, flow, 'change a text', { seed, edits: 1 });
      const text = edited?.adopted.text ?? '';
      expect(text).toContain('on error -> bye   // nobody waits for ever\n\n    set logging on\n  // Said to all.\n');
      expect(text).toContain('    on 1 { set attributes { key: "1" } }   // first\n    on 2, timeout -> bye\n');
    }
  });
});

describe('one change', () => {
  const steps = ['one', 'two'].map((name) => `  step ${name} {\n    play "${name}"\n    disconnect\n  }\n`).join('');
  const flow = (lines: string) => `inbound flow Main {\n  on error -> disconnect\n${lines}${steps}}`;
  const one = (statement: string) => flow(`  ${statement} // why\n  -> two\n`);
  const menu = (...branches: readonly string[]) =>
    flow(`  menu "Which?" {\n    ${branches.join('\n    ')}\n    on timeout, default -> disconnect\n  }\n`);
  const again = (before: string, ...branches: readonly string[]) =>
    menu(...branches).replace('  menu', `  ${before}\n  menu`);
  const endless = (branch: string) =>
    `inbound flow Main {\n  again: menu "Which?" {\n    ${branch}\n    on default, error -> one\n  }\n  step one {\n    play "one"\n    -> again\n  }\n}`;
  const sides = (then: string, otherwise: string) =>
    one(`if $.Attributes.a == "x" {\n    ${then}\n  } else {\n    ${otherwise}\n  }`);

  it.each([
    ['side of a test', one('if $.Attributes.a == "x" -> one'), one('if $.Attributes.a == "x" -> two')],
    [
      'turn of a test',
      one('if $.Attributes.a == "x" -> one else -> two'),
      one('if $.Attributes.a == "x" -> two else -> one'),
    ],
    [
      'other side',
      one('if $.Attributes.a == "x" { play "x" }'),
      one('if $.Attributes.a == "x" { play "x" } else -> one'),
    ],
    ['block in the first braces', sides('play "x"', 'play "y"'), sides('set logging on\n    play "x"', 'play "y"')],
    ['block in the last braces', sides('play "x"', 'play "y"'), sides('play "x"', 'play "y"\n    set logging on')],
    ['case less of a branch', menu('on 1, 2 -> one // a', 'on 3 -> two'), menu('on 1 -> one // a', 'on 3 -> two')],
    ['branch less', menu('on 1, 2 -> one', 'on 3 -> two // b'), menu('on 1, 2 -> one')],
    [
      'other attribute of a match',
      one('match $.Attributes.a { on "x" -> one, on default -> next }'),
      one('match $.Attributes.b { on "x" -> one, on default -> next }'),
    ],
    ['other case', menu('on 1, 2 -> one', 'on 3 -> two // b'), menu('on 1, 2 -> one', 'on 4 -> two // b')],
    [
      'way less with its step',
      menu('on 1 {\n      play "a"\n      -> s\n      step s {\n        play "b"\n        -> one\n      }\n    }'),
      menu('on 1 -> one'),
    ],
    [
      'parameter more in braces',
      one('invoke lambda F { with { a: "1" } }'),
      one('invoke lambda F { with { a: "2", b: "3" } }'),
    ],
    [
      'parameter less',
      one('invoke lambda F {\n    timeout: 4s // slow\n    with { a: "1" }\n  }'),
      one('invoke lambda F {\n    with { a: "1" }\n  }'),
    ],
    ['way to an end that the flow has none of', endless('on timeout -> one'), endless('on timeout -> disconnect')],
    ['way to one end from two blocks', endless('on 2, timeout -> one'), endless('on 2, timeout -> disconnect')],
    [
      'way back to a block, which gets a label',
      again('set logging on\n  invoke lambda F', 'on 1 -> one', 'on 2 -> two'),
      again('set logging on\n  f: invoke lambda F', 'on 1 -> one', 'on 2 -> f'),
    ],
    [
      'way back to blocks whose labels would be one, or a word',
      again('play: play "a"\n  play "b"\n  play "c"\n  invoke lambda Next', 'on 1 -> play', 'on 2, 3, 4 -> two'),
      again(
        'play: play "a"\n  play2: play "b"\n  play3: play "c"\n  next2: invoke lambda Next',
        'on 1 -> play',
        'on 2 -> play2',
        'on 3 -> play3',
        'on 4 -> next2',
      ),
    ],
  ])('a %s', (_, text, after) => {
    const around = '\nexisting lambda F\nexisting lambda Next\n';
    const { compiled, surroundings, known } = adopting([{ path: 'main.flow', text: text + around }]);
    const [own] = compiled.flows;
    const [live] = adopting([{ path: 'main.flow', text: after + around }]).compiled.flows;
    const { graph } = readFlow({ path: 'live.json', text: live?.emitted().json ?? '' });
    if (own === undefined || graph === undefined) throw new Error('there is no flow');
    const typed = { ...graph, type: own.graph.type };
    expect(adoptFlow(own.source, own.declaration, typed, surroundings, known).text).toBe(after);
  });
});
