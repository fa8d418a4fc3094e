import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { FORMATS, render } from '../../src/diagnostics/render/index.ts';
import type { Format } from '../../src/diagnostics/render/index.ts';
import { renderSarif } from '../../src/diagnostics/render/sarif.ts';
import { validateSarif } from './sarif-schema.ts';
import { placeOf, problem, SAMPLES, source } from './samples.ts';

function as(format: Format, diagnostics = SAMPLES, files?: string[]): string {
  return render(diagnostics, { format, colour: false, width: 80, ...(files ? { files } : {}) });
}

const hostile = problem(placeOf(source('x <y> & "z"\n', 'dir with space/お,客:%.flow'), '<y>'), {
  message: 'a & b < c > "d": 100%, \u0000 e ]]> \ud800 f\ng',
  help: 'try `x`',
});

describe('every format', () => {
  it.each(FORMATS)('%s ends with a line end, and takes none, one, many and hostile ones', (format) => {
    expect(as(format)).toMatch(/\n$/);
    expect(as(format, [hostile])).toMatch(/\n$/);
    expect(as(format, [])).toMatch(/^$|\n$/);
  });
});

describe('json', () => {
  const validate = new Ajv().compile(JSON.parse(readFileSync('schemas/diagnostics.schema.json', 'utf8')) as object);

  it.each([
    ['samples', SAMPLES],
    ['nothing', []],
    ['hostile text', [hostile]],
  ])('agrees with its schema: %s', (_name, diagnostics) => {
    const report: unknown = JSON.parse(as('json', diagnostics));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it('says everything a diagnostic says', () => {
    const report = JSON.parse(as('json')) as { summary: object; diagnostics: object[] };
    expect(report.summary).toEqual({ errors: 1, warnings: 1, hints: 1 });
    const range = { start: { line: 2, column: 13, offset: 32 }, end: { line: 2, column: 26, offset: 45 } };
    expect(report.diagnostics[0]).toEqual({
      code: 'check/unknown-name',
      severity: 'error',
      message: 'no queue is called `ProductSuport`',
      help: 'did you mean `ProductSupport`?',
      file: 'flows/main.flow',
      range,
      related: [
        {
          message: '`ProductSupport` is declared here',
          file: 'flows/entities.flow',
          range: { start: { line: 1, column: 16, offset: 15 }, end: { line: 1, column: 30, offset: 29 } },
        },
      ],
      fixes: [{ title: 'replace by `ProductSupport`', safe: true, edits: [{ range, newText: 'ProductSupport' }] }],
    });
    expect(report.diagnostics[1]).not.toHaveProperty('help');
  });
});

describe('github', () => {
  it('writes workflow commands', () => {
    expect(as('github').split('\n')).toEqual([
      '::error file=flows/main.flow,line=2,endLine=2,col=13,endColumn=26,title=check/unknown-name::no queue is called `ProductSuport`%0Adid you mean `ProductSupport`?',
      '::warning file=flows/main.flow,line=3,endLine=3,col=3,endColumn=13,title=lint/no-logging::this flow never switches logging on, 100%25 of it runs unseen',
      '::notice file=flows/main.flow,line=1,endLine=1,col=14,endColumn=18,title=lint/display-name::a display name reads better',
      '',
    ]);
  });

  it('escapes what would end a property or the message', () => {
    expect(as('github', [hostile])).toMatch(
      /^::error file=dir with space\/お%2C客%3A%25\.flow,line=1,.*::a & b.*%0Ag%0Atry `x`\n$/,
    );
  });
});

describe('sarif', () => {
  interface Log {
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
        fixes?: { artifactChanges: { replacements: { deletedRegion: object }[] }[] }[];
      }[];
    }[];
  }
  const read = (diagnostics = SAMPLES) => (JSON.parse(as('sarif', diagnostics)) as Log).runs[0]!;

  const validate = validateSarif();
  it('is held against a schema that can refuse', () => {
    const log = JSON.parse(as('sarif', SAMPLES)) as { runs: { results: { level: string }[] }[] };
    log.runs[0]!.results[0]!.level = 'fatal';
    expect(validate(log)).toBe(false);
  });
  it.each([
    ['samples', SAMPLES],
    ['nothing', []],
    ['hostile text', [hostile]],
  ])('keeps to what SARIF 2.1.0 says: %s', (_name, diagnostics) => {
    expect(validate(JSON.parse(as('sarif', diagnostics))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has a rule for each result, and levels of its own', () => {
    const run = read();
    expect(run.results.map((result) => run.tool.driver.rules[result.ruleIndex]?.id)).toEqual(
      run.results.map((result) => result.ruleId),
    );
    expect(run.results.map((result) => result.level)).toEqual(['error', 'warning', 'note']);
  });

  it('has what the page says, without links to other pages', () => {
    const code = SAMPLES[0]?.code ?? '';
    const page = { summary: 'S.', why: 'Why.', remedy: 'See the [list of actions](../../actions/README.md).' };
    const pages = new Map([[code, { ...page, severity: 'error' as const }]]);
    const { runs } = JSON.parse(renderSarif(SAMPLES, pages)) as { runs: { tool: { driver: { rules: object[] } } }[] };
    const text = 'Why.\n\nSee the list of actions.';
    expect(runs[0]?.tool.driver.rules).toContainEqual(expect.objectContaining({ help: { text, markdown: text } }));
  });

  it('has places, related places and fixes', () => {
    const [first] = read().results;
    const region = { startLine: 2, startColumn: 13, endLine: 2, endColumn: 26 };
    expect(first?.locations[0]?.physicalLocation.region).toEqual(region);
    expect(first?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion).toEqual(region);
  });

  it.each([
    ['a b/お.flow', 'a%20b/%E3%81%8A.flow'],
    ['/tmp/x.flow', 'file:///tmp/x.flow'],
    ['C:\\flows\\x.flow', 'file:///C:/flows/x.flow'],
    ['<stdin>', '%3Cstdin%3E'],
    ['half\ud800.flow', 'half%EF%BF%BD.flow'],
  ])('writes the path %s as a URI', (path, uri) => {
    const [result] = read([problem(placeOf(source('x', path), 'x'))]).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });
});

describe('junit', () => {
  it('fails errors, passes warnings, and names clean files', () => {
    const xml = as('junit', SAMPLES, ['flows/main.flow', 'flows/clean.flow']);
    expect(xml).toContain('<testsuites name="flowc" tests="4" failures="1" errors="0">');
    expect(xml).toContain('<testsuite name="flows/main.flow" tests="3" failures="1" errors="0">');
    expect(xml).toContain('<testcase classname="flows/clean.flow" name="no errors"></testcase>');
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml.match(/<system-out>/g)).toHaveLength(2);
  });

  it('is well-formed whatever the text is', () => {
    const xml = as('junit', [hostile]);
    expect(xml).not.toMatch(/[\u0000\ud800]/);
    // Without tags and entities nothing is left that XML reserves.
    expect(xml.replace(/<[^<>]*>/g, '').replace(/&(amp|lt|gt|quot|#\d+);/g, '')).not.toMatch(/[<>&]/);
  });
});
