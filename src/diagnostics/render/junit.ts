/**
 * Diagnostics as JUnit XML: a suite per file, a failed case per error. Warnings and hints are cases that pass and say
 * something, because a warning alone never fails; a file without errors has one case that passes.
 */
import type { Diagnostic } from '../diagnostic.ts';
import { renderHuman, locationOf } from './human.ts';

/** Characters that XML 1.0 cannot hold at all are left out; the rest is escaped. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');
}

/** In an attribute a line end or a tab would be read as a space. */
function attribute(text: string): string {
  return xml(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

function testCase(diagnostic: Diagnostic): string {
  const { code, severity, message, place } = diagnostic;
  const name = attribute(`${code} (${locationOf(place)})`);
  const text = xml(renderHuman(diagnostic, { colour: false, width: 120 }));
  const inside =
    severity === 'error'
      ? `<failure type="${attribute(code)}" message="${attribute(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${attribute(place.source.path)}" name="${name}">${inside}</testcase>\n`;
}

/** `files`: everything that was looked at, so that a clean file shows as passed. */
export function renderJunit(diagnostics: readonly Diagnostic[], files: readonly string[] = []): string {
  const byFile = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.place.source;
    const group = byFile.get(path);
    if (group) group.push(diagnostic);
    else byFile.set(path, [diagnostic]);
  }
  let cases = 0;
  const suites = [...byFile].map(([file, group]) => {
    const failures = group.filter((d) => d.severity === 'error').length;
    const passed = failures === 0 ? `    <testcase classname="${attribute(file)}" name="no errors"></testcase>\n` : '';
    const tests = group.length + (failures === 0 ? 1 : 0);
    cases += tests;
    return `  <testsuite name="${attribute(file)}" tests="${tests}" failures="${failures}" errors="0">\n${passed}${group.map(testCase).join('')}  </testsuite>\n`;
  });
  const failures = diagnostics.filter((d) => d.severity === 'error').length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="flowc" tests="${cases}" failures="${failures}" errors="0">\n${suites.join('')}</testsuites>\n`;
}
