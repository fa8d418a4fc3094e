import type { Codec } from '../../catalogue/types.ts';
import type { Listed } from '../../connect/types.ts';
import { asName } from '../../syntax/bare.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { canonicalKind, entityKindOf } from '../../entities/index.ts';
import type { CanonicalKind } from '../../entities/types.ts';
import type { Entity, Flow, Text } from '../../syntax/ast.ts';
import type { TextEdit } from '../../text/text.ts';
import { locate, type Spot } from '../locate.ts';
import type { Action, Analysis } from '../types.ts';
import { declarationBefore } from './declare.ts';
import type { ActionRequest } from './index.ts';

/**
 * A name in the place of an ARN that works in one instance only: of a declaration's, or of one that stands in a statement.
 * Where the project has a name for it, that one; else the one that the snapshot of the environment has.
 */
export function bindByName(request: ActionRequest, here: readonly Diagnostic[]): readonly Action[] {
  const { analysis, path, source, span } = request;
  const spot = locate(analysis, path, span.start);
  const { declaration } = spot ?? {};
  if (spot === undefined || declaration === undefined) return [];
  const made = declaration.kind === 'entity' ? unpinned(request, declaration) : named(request, spot, declaration);
  if (made === undefined) return [];
  const fixes = here.filter(({ code }) => code === 'lint/pinned-arn');
  const { title, edits } = made;
  return [{ title, kind: 'quickfix', edits: [{ source, edits }], preferred: false, fixes }];
}

interface Made {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** `existing queue Sales = "arn:…"` is `existing queue Sales`, with what Connect calls it where that is another name. */
function unpinned({ analysis, source }: ActionRequest, entity: Entity): Made | undefined {
  const { name, pin, operands, existing, entityKind } = entity;
  const kind = entityKindOf(entityKind.text);
  // What a param gives is no ARN of one instance.
  if (!existing || kind === undefined || pin?.kind !== 'text' || source.text.charAt(pin.span.start) !== '"')
    return undefined;
  const thing = thingOf(analysis, pin.value, canonicalKind(kind));
  if (thing === undefined) return undefined;
  const [said] = operands;
  const display = name.text === thing.name && said === undefined ? '' : ` ${JSON.stringify(thing.name)}`;
  const edit = { span: { start: name.span.end, end: pin.span.end }, newText: display };
  return { title: `Bind by the name “${thing.name}”`, edits: [edit] };
}

/** `set queue "arn:…"` is `set queue Sales`, which is declared where nobody has. */
function named({ analysis, source }: ActionRequest, { chain, form }: Spot, flow: Flow): Made | undefined {
  const text = chain.findLast((node): node is Text => node.kind === 'text');
  if (text === undefined || form === undefined || !/^"(?:arn:|[\da-f]{8}-)/.test(source.text.slice(text.span.start)))
    return undefined;
  const key = (chain.find(({ kind }) => kind === 'param') as { key?: { text: string } } | undefined)?.key?.text;
  const { operands = [], entries = [] } = form.form;
  const codecs = key === undefined ? operands : entries.filter((one) => one.key === key);
  const kinds = new Set(codecs.flatMap(({ as }) => kindsOf(as)));
  for (const kind of kinds) {
    const thing = thingOf(analysis, text.value, kind);
    const declared = [...(analysis.program.names.get(kind)?.values() ?? [])].find(
      ({ pin, display, existing }) => pin === text.value || (existing && pin === undefined && display === thing?.name),
    );
    const name = declared?.name ?? thing?.name;
    if (name === undefined) continue;
    const edit = { span: text.span, newText: asName(name) };
    const declaration = declarationBefore(source.text, flow, `existing ${kind} ${asName(name)}`);
    const edits = declared === undefined ? [declaration, edit] : [edit];
    return { title: `Bind by the name “${name}”`, edits };
  }
  return undefined;
}

function kindsOf(codec: Codec): readonly CanonicalKind[] {
  if (codec === 'speech') return ['prompt'];
  if (typeof codec === 'string') return [];
  if ('ref' in codec) return [canonicalKind(codec.ref)];
  return 'list' in codec ? kindsOf(codec.list) : [];
}

/** What the environment has under an ARN or id, where its name says so much. */
function thingOf({ inventory }: Analysis, id: string, kind: CanonicalKind): Listed | undefined {
  const ofKind = (inventory?.things ?? []).filter((one) => one.kind === kind);
  const thing = ofKind.find((one) => one.arn === id || one.id === id);
  return thing !== undefined && ofKind.filter(({ name }) => name === thing.name).length === 1 ? thing : undefined;
}
