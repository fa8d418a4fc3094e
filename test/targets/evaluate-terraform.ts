/**
 * What Terraform makes of the configuration: templates in texts with the expressions that flowc writes, and no others.
 * Blocks are given back as they stand, with their texts evaluated.
 */
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';

export interface Run {
  readonly variables: Readonly<Record<string, Json>>;
  /** `aws_connect_queue.Q.arn` */
  readonly attribute: (type: string, name: string, attribute: string) => string;
}

/** Arguments by `type.name`. */
export function apply(configuration: JsonObject, run: Run): ReadonlyMap<string, JsonObject> {
  const locals = objectOf(configuration['locals']);
  const declared = objectOf(configuration['variable']);
  const scope: Scope = {
    local: (name) => evaluate(locals[name] ?? null, scope),
    variable: (name) => run.variables[name] ?? objectOf(declared[name])['default'] ?? null,
    attribute: run.attribute,
    looksUp: (type, name) => {
      const data = objectOf(objectOf(objectOf(configuration['data'])[type])[name]);
      return evaluate(data['count'] ?? 0, scope) === 1;
    },
  };
  const found = new Map<string, JsonObject>();
  for (const [type, resources] of Object.entries(objectOf(configuration['resource']))) {
    for (const [name, resource] of Object.entries(objectOf(resources))) {
      const { count, ...said } = objectOf(evaluate(resource, scope));
      if (count !== 0) found.set(`${type}.${name}`, said);
    }
  }
  return found;
}

interface Scope {
  readonly local: (name: string) => Json;
  readonly variable: (name: string) => Json;
  readonly attribute: Run['attribute'];
  readonly looksUp: (type: string, name: string) => boolean;
}

function evaluate(json: Json, scope: Scope): Json {
  if (typeof json === 'string') return template(json, scope);
  if (Array.isArray(json)) return (json as readonly Json[]).map((item) => evaluate(item, scope));
  if (!isObject(json)) return json;
  const members = Object.entries(json).map(([key, value]): [string, Json] => [
    String(template(key, scope)),
    evaluate(value, scope),
  ]);
  return Object.fromEntries(members.filter(([, value]) => value !== null));
}

/** A text: a template, or one expression as a whole, which keeps its type. */
function template(text: string, scope: Scope): Json {
  const parser = new Parser(text, scope);
  return parser.template(() => parser.done());
}

/** Reads a little of HCL: operators and functions that the configuration uses. */
class Parser {
  private at = 0;
  private readonly text: string;
  private readonly scope: Scope;

  constructor(text: string, scope: Scope) {
    this.text = text;
    this.scope = scope;
  }

  done(): boolean {
    return this.at >= this.text.length;
  }

  template(ends: () => boolean): Json {
    const parts: Json[] = [];
    let plain = '';
    while (!ends()) {
      if (this.done()) throw new Error(`unfinished: ${this.text}`);
      if (this.take('$${')) plain += '${';
      else if (this.take('%%{')) plain += '%{';
      else if (this.text.startsWith('%{', this.at)) throw new Error(`a directive in ${this.text}`);
      else if (this.take('${')) {
        if (plain !== '') parts.push(plain);
        plain = '';
        parts.push(this.expression());
        this.expect('}');
      } else plain += this.text[this.at++] ?? '';
    }
    if (plain !== '' || parts.length === 0) parts.push(plain);
    if (parts.length === 1) return parts[0] ?? null;
    return parts
      .map((part) => {
        if (part === null) throw new Error(`null in a text: ${this.text}`);
        return String(part);
      })
      .join('');
  }

  private expression(): Json {
    const value = this.operand();
    this.blanks();
    if (!this.take('?')) return value;
    const then = this.expression();
    this.expect(':');
    const otherwise = this.expression();
    return value === true ? then : otherwise;
  }

  private operand(): Json {
    this.blanks();
    if (this.take('"')) return this.quoted();
    if (this.take('[')) return this.index(this.list(']'));
    const number = this.match(/\d+/y);
    if (number !== undefined) return Number(number);
    const path = this.match(/[\p{ID_Start}_][\p{ID_Continue}-]*(\.[\p{ID_Start}][\p{ID_Continue}-]*)*/uy) ?? '';
    if (path === 'null') return null;
    if (this.take('(')) return this.index(this.call(path));
    if (path.startsWith('data.')) return this.looked(path);
    const [root = '', name = '', attribute = ''] = path.split('.');
    if (root === 'var') return this.index(this.scope.variable(name));
    if (root === 'local') return this.index(this.scope.local(name));
    if (root.startsWith('aws_')) return this.scope.attribute(root, name, attribute);
    throw new Error(`what is ${path} in ${this.text}?`);
  }

  private quoted(): Json {
    const from = this.at;
    // Escapes of HCL's quoted texts; templates inside them stay.
    let raw = '';
    while (this.text[this.at] !== '"') {
      if (this.done()) throw new Error(`unclosed at ${from}: ${this.text}`);
      if (this.text[this.at] === '\\') {
        const length = this.text[this.at + 1] === 'u' ? 6 : 2;
        raw += String(JSON.parse(`"${this.text.slice(this.at, this.at + length)}"`));
        this.at += length;
      } else if (this.take('$${')) {
        raw += '$${';
      } else if (this.text.startsWith('${"', this.at)) {
        const end = this.text.indexOf('"}', this.at + 3);
        raw += this.text.slice(this.at, end + 2);
        this.at = end + 2;
      } else raw += this.text[this.at++] ?? '';
    }
    this.at++;
    return template(raw, this.scope);
  }

  private call(name: string): Json {
    const given = this.list(')');
    const [first = null, second = null, third = null] = given;
    if (name === 'split') return String(second).split(String(first));
    if (name === 'reverse') return [...(first as readonly Json[])].reverse();
    if (name === 'compact') return (first as readonly Json[]).filter((item) => item !== null && item !== '');
    if (name === 'try') return first ?? second;
    if (name === 'lookup') return objectOf(first)[String(second)] ?? third;
    throw new Error(`the function ${name} is not known here`);
  }

  /** `data.type.name[0].attribute`: null where nothing was looked up, which `try` passes over. */
  private looked(path: string): Json {
    const [, type = '', name = ''] = path.split('.');
    this.expect('[0].');
    const attribute = this.match(/\w+/y) ?? '';
    return this.scope.looksUp(type, name) ? this.scope.attribute(type, name, attribute) : null;
  }

  private list(end: string): Json[] {
    const items: Json[] = [];
    for (this.blanks(); !this.take(end); this.blanks()) {
      items.push(this.expression());
      this.blanks();
      if (!this.take(',') && this.text[this.at] !== end) throw new Error(`no ${end} in ${this.text}`);
    }
    return items;
  }

  private index(value: Json): Json {
    const digits = this.match(/\[\d+\]/y);
    return digits === undefined ? value : ((value as readonly Json[])[Number(digits.slice(1, -1))] ?? null);
  }

  private take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private expect(text: string): void {
    this.blanks();
    if (!this.take(text)) throw new Error(`no ${text} at ${this.at} in ${this.text}`);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private blanks(): void {
    this.match(/ +/y);
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
