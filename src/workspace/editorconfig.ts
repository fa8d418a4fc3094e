/** `.editorconfig` as Prettier understands it: https://spec.editorconfig.org, for the four options of layout. */
import { dirname, relative } from 'node:path';
import type { PrettierOptions } from './format-options.ts';

type Properties = Readonly<Record<string, string>>;

interface Section {
  /** Undefined before the first section. */
  readonly glob: string | undefined;
  readonly properties: Properties;
}

/** `configs`: absolute paths, nearest first. Complicated: a pattern that may be about the file is more than we read. */
export function editorConfigFor(
  absolute: string,
  configs: readonly string[],
  read: (path: string) => string,
): PrettierOptions | 'complicated' {
  const properties: Record<string, string> = {};
  const found: { readonly config: string; readonly sections: readonly Section[] }[] = [];
  for (const config of configs) {
    const sections = sectionsOf(read(config));
    if (sections === undefined) continue;
    found.unshift({ config, sections });
    if (/^(?:true|[1-9]\d*)$/.test(sections[0]?.properties['root'] ?? '')) break;
  }
  for (const { config, sections } of found) {
    const path = relative(dirname(config), absolute).replaceAll('\\', '/');
    for (const { glob, properties: given } of sections) {
      const isMeant = glob === undefined ? false : matches(path, glob);
      if (isMeant === 'perhaps') return 'complicated';
      if (isMeant) Object.assign(properties, given);
    }
  }
  return optionsOf(properties);
}

/** A text with a line that is none of its language says nothing. */
function sectionsOf(text: string): readonly Section[] | undefined {
  const sections: { glob: string | undefined; properties: Record<string, string> }[] = [];
  let current: (typeof sections)[number] = { glob: undefined, properties: {} };
  sections.push(current);
  for (const line of text.split(/\r\n?|\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    if (line.startsWith('[') && line.endsWith(']')) {
      const glob = line.slice(1, -1);
      const known = sections.find((section) => section.glob === glob);
      current = known ?? { glob, properties: {} };
      if (!known) sections.push(current);
      continue;
    }
    const [, key, value] = /^([^=]*)=(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || line.startsWith('[')) return undefined;
    current.properties[key.trim().toLowerCase()] = value.trim();
  }
  return sections;
}

/** `*`, `**`, `?` and `{a,b}`; of brackets, ranges of numbers and escapes only that they may match. */
function matches(path: string, glob: string): boolean | 'perhaps' {
  const [, tail = ''] = /([^*?\\{}[\]!()+@,]*)$/.exec(glob) ?? [];
  if (!path.endsWith(tail)) return false;
  if (/[\\[\]!()+@]|\.\.|\{[^{},]*\}|\{[^}]*\{/.test(glob)) return 'perhaps';
  const anywhere = glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`;
  const parts = anywhere.split(/(\*\*\/|\*\*|\*|\?|[{},])/);
  let open = false;
  const pattern = parts.map((part) => {
    switch (part) {
      case '**/':
        return '(?:.*/)?';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        open = true;
        return '(?:';
      case '}':
        open = false;
        return ')';
      case ',':
        return open ? '|' : ',';
      default:
        return part.replace(/[.$^|]/g, '\\$&');
    }
  });
  return open || glob.split('{').length !== glob.split('}').length
    ? 'perhaps'
    : new RegExp(`^${pattern.join('')}$`).test(path);
}

function optionsOf(properties: Properties): PrettierOptions {
  const style = properties['indent_style']?.toLowerCase();
  const tabWidth =
    properties['tab_width'] ?? (isTab(properties['indent_size']) ? undefined : properties['indent_size']);
  const size = properties['indent_size'] === undefined && style === 'tab' ? 'tab' : properties['indent_size'];
  const indent = isTab(size) && tabWidth !== undefined ? tabWidth : size;
  const useTabs = style === 'space' ? false : style === 'tab' || isTab(indent) ? true : undefined;
  const width = (useTabs === false ? countOf(indent) : undefined) ?? countOf(tabWidth);
  const line = properties['max_line_length'];
  const printWidth = line === 'off' ? Infinity : countOf(line);
  const end = properties['end_of_line']?.toLowerCase();
  return {
    ...(useTabs === undefined ? {} : { useTabs }),
    ...(width === undefined ? {} : { tabWidth: width }),
    ...(printWidth === undefined ? {} : { printWidth }),
    ...(end === 'lf' || end === 'crlf' || end === 'cr' ? { endOfLine: end } : {}),
  };
}

function isTab(value: string | undefined): boolean {
  return value?.toLowerCase() === 'tab';
}

function countOf(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d*$/.test(value) ? Number(value) : undefined;
}
