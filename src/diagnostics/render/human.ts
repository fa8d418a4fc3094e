/** Diagnostics for people: what, where with the source line and the span, what to do. */
import type { Place } from '../../text/text.ts';
import { positionAt } from '../../text/text.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { excerpt } from './excerpt.ts';
import { visible } from './visible.ts';

type Paint = (style: Style, text: string) => string;
type Style = 'bold' | 'frame' | Severity;

const CODES: Readonly<Record<Style, string>> = { bold: '1', frame: '34', error: '1;31', warning: '1;33', hint: '1;36' };

const coloured: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
const plain: Paint = (_style, text) => text;

/** True where a diagnostic is about a file as a whole: it was not read, so there is no line to show. */
function isWholeFile(place: Place): boolean {
  return place.source.text === '' && place.span.end === 0;
}

/** `file:line:column`, as terminals and editors make it a link. */
export function locationOf(place: Place): string {
  if (isWholeFile(place)) return visible(place.source.path);
  const { line, column } = positionAt(place.source, place.span.start);
  return `${visible(place.source.path)}:${line}:${column}`;
}

function lastLine(place: Place): number {
  return positionAt(place.source, place.span.end).line;
}

function snippet(place: Place, mark: string, style: Style, gutter: number, width: number, paint: Paint): string[] {
  const margin = ' '.repeat(gutter);
  const bar = paint('frame', '|');
  const lines = [`${margin}${paint('frame', '-->')} ${locationOf(place)}`];
  if (isWholeFile(place)) return lines;
  lines.push(`${margin} ${bar}`);
  for (const line of excerpt(place, Math.max(40, width - gutter - 3))) {
    if (line.number === undefined) {
      lines.push(paint('frame', '...'));
      continue;
    }
    const number = paint('frame', String(line.number).padStart(gutter));
    lines.push(`${number} ${bar} ${line.text}`.trimEnd());
    lines.push(`${margin} ${bar} ${' '.repeat(line.from)}${paint(style, mark.repeat(line.length))}`);
  }
  return lines;
}

/** One diagnostic, without a line end after it. `width` is the terminal's, in columns. */
export function renderHuman(diagnostic: Diagnostic, options: { colour: boolean; width: number }): string {
  const paint = options.colour ? coloured : plain;
  const { severity, code, place } = diagnostic;
  const head = paint(severity, `${severity}[${visible(code)}]`);
  const message = visible(diagnostic.message);
  const help = diagnostic.help === undefined ? undefined : visible(diagnostic.help);
  if (isWholeFile(place) && !diagnostic.related?.length) {
    return `${head}: ${visible(place.source.path)}: ${message}${help === undefined ? '' : ` ${help}`}`;
  }

  const related = diagnostic.related ?? [];
  const largest = Math.max(lastLine(place), ...related.map((other) => lastLine(other.place)));
  const gutter = String(largest).length;
  const margin = ' '.repeat(gutter);
  const lines = [
    `${head}${paint('bold', `: ${message}`)}`,
    ...snippet(place, '^', severity, gutter, options.width, paint),
  ];
  const note = (word: string, text: string) => {
    lines.push(`${margin} ${paint('frame', '=')} ${paint('bold', `${word}:`)} ${text}`);
  };
  // A fix that only an editor can make says in other words what the help says; one that says the same stands for both.
  const fixes = (diagnostic.fixes ?? []).filter((fix) => fix.safe || help === undefined);
  if (help !== undefined && !fixes.some((fix) => help === `${fix.title}.`)) note('help', help);
  for (const fix of fixes) {
    note('fix', `${visible(fix.title)}${fix.safe ? ' (`flowc check --fix` does it)' : ''}`);
  }
  for (const other of related) {
    lines.push(`${paint('bold', 'note:')} ${visible(other.message)}`);
    lines.push(...snippet(other.place, '-', 'frame', gutter, options.width, paint));
  }
  return lines.join('\n');
}
