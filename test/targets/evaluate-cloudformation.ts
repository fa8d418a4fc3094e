/** What CloudFormation makes of a template: the functions that templates of flowc use, and no others. */
import { isObject, type Json, type JsonObject } from '../../src/text/json.ts';

export interface Deployment {
  readonly parameters: Readonly<Record<string, string>>;
  /** What `Fn::GetAtt` answers. */
  readonly attribute: (id: string, attribute: string) => string;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-2',
  'AWS::AccountId': '111122223333',
};

/** Properties by logical id. */
export function deploy(template: JsonObject, deployment: Deployment): ReadonlyMap<string, JsonObject> {
  const declared = objectOf(template['Parameters']);
  const parameter = (name: string): string => {
    const said = deployment.parameters[name] ?? PSEUDO[name];
    if (said !== undefined) return said;
    const value = objectOf(declared[name])['Default'];
    if (typeof value !== 'string') throw new Error(`no value for the parameter ${name}`);
    return value;
  };
  const conditions = objectOf(template['Conditions']);
  const evaluate = (json: Json): Json | undefined => {
    if (Array.isArray(json)) {
      return (json as readonly Json[]).map(evaluate).filter((item) => item !== undefined);
    }
    if (!isObject(json)) return json;
    const [[key, argument] = ['', null], ...others] = Object.entries(json);
    if (others.length === 0) {
      if (key === 'Ref') return argument === 'AWS::NoValue' ? undefined : parameter(String(argument));
      if (key === 'Fn::GetAtt') {
        const [id, attribute] = argument as readonly string[];
        return deployment.attribute(id ?? '', attribute ?? '');
      }
      if (key === 'Fn::Sub') return substitute(String(argument));
      if (key === 'Fn::Join') {
        const [separator, parts] = argument as readonly [string, readonly Json[]];
        return parts.map((part) => String(evaluate(part))).join(separator);
      }
      if (key === 'Fn::If') {
        const [condition, then, otherwise] = argument as readonly [string, Json, Json];
        return evaluate(holds(conditions[condition] ?? null) ? then : otherwise);
      }
      if (key.startsWith('Fn::')) throw new Error(`${key} is not known here`);
    }
    const members = Object.entries(json).map(([name, value]) => [name, evaluate(value)] as const);
    return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
  };
  const substitute = (text: string): string =>
    text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      const [id = '', attribute] = name.split(/\.(.*)/s);
      return attribute === undefined ? parameter(id) : deployment.attribute(id, attribute);
    });
  const holds = (condition: Json): boolean => {
    const [[key, argument] = ['', null]] = Object.entries(objectOf(condition));
    const operands = argument as readonly Json[];
    if (key === 'Fn::Not') return !holds(operands[0] ?? null);
    if (key === 'Fn::Equals') return evaluate(operands[0] ?? null) === evaluate(operands[1] ?? null);
    throw new Error(`the condition ${key} is not known here`);
  };
  return new Map(
    Object.entries(objectOf(template['Resources'])).map(([id, resource]) => [
      id,
      objectOf(evaluate(objectOf(resource)['Properties'] ?? {})),
    ]),
  );
}

/** What a resource refers to, without evaluating anything: what CloudFormation creates first. */
export function dependencies(template: JsonObject): ReadonlyMap<string, ReadonlySet<string>> {
  const resources = objectOf(template['Resources']);
  return new Map(
    Object.entries(resources).map(([id, resource]) => {
      const found = new Set<string>();
      const visit = (json: Json): void => {
        if (Array.isArray(json)) (json as readonly Json[]).forEach(visit);
        if (!isObject(json)) return;
        for (const [key, value] of Object.entries(json)) {
          if (key === 'Fn::GetAtt') found.add(String((value as readonly Json[])[0]));
          else if (key === 'Fn::Sub')
            for (const [, name] of String(value).matchAll(/\$\{(\w+)\./g)) found.add(name ?? '');
          else visit(value);
        }
      };
      visit(resource);
      return [id, found];
    }),
  );
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
