/**
 * Numbers that do not come back to the letter. JSON's numbers are doubles everywhere: 17 digits, and one spelling for each
 * value, so `4.0` is `4` to whatever reads and writes the document. The graph keeps values, and this tells of the rest.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { json } from './diagnostics.ts';
import type { JsonNode } from './json-scan.ts';
import { nodeAt, type JsonPath, type Layer } from './layer.ts';

/** What is lost of the numbers of a document, which stands at `path` in the layer. */
export function lossesOfNumbers(document: JsonObject, layer: Layer, path: JsonPath): readonly Diagnostic[] {
  // Connect writes numbers as texts, so nearly always there is none, and nothing to scan for.
  if (!hasNumber(document, 0)) return [];
  const diagnostics: Diagnostic[] = [];
  const visit = (node: JsonNode, depth: number): void => {
    for (const item of node.items ?? []) visit(item, depth + 1);
    for (const { key, value } of node.members ?? []) if (!isLayout(key, depth)) visit(value, depth + 1);
    const written = layer.text.slice(node.span.start, node.span.end);
    if (!/^[-\d]/.test(written)) return;
    const kept = JSON.stringify(Number(written));
    if (written === kept) return;
    const code = decimal(written) === decimal(kept) ? 'number-spelling' : 'inexact-number';
    diagnostics.push(json(code, layer.place(node.span), { written, kept }));
  };
  const root = nodeAt(layer, path);
  if (root !== undefined) visit(root, 0);
  return diagnostics;
}

function hasNumber(value: Json, depth: number): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (!isObject(value)) return value.some((item) => hasNumber(item, depth + 1));
  for (const key in value) if (!isLayout(key, depth) && hasNumber(value[key] as Json, depth + 1)) return true;
  return false;
}

/** Coordinates stand there, and nobody minds how they are spelled: of the document, or of a module of the old format. */
function isLayout(key: string, depth: number): boolean {
  return depth === 0 ? key === 'Metadata' || key === 'metadata' : depth === 2 && key === 'metadata';
}

/** A JSON number in one spelling: sign, digits without zeros around them, exponent. */
function decimal(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return `${sign}0`;
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
