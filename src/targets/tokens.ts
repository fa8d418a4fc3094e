/**
 * Stand-ins for ids that only another tool will know. Flows are compiled with them in the place of ARNs; afterwards every
 * text of a template is split at them, and each tool writes its own kind of reference there.
 */
import { viewQualifier } from '../check/environment.ts';
import { localShortId, localUuid } from '../check/local-id.ts';
import type { Environment, Named } from '../check/program.ts';
import { entityModel } from '../entities/index.ts';

/** `id` is the last part of the ARN: what some members of Terraform's resources want. */
export type Form = 'arn' | 'id';

export interface Reference {
  readonly to: Named;
  readonly form: Form;
}

/** A part of a text: as it stands, or a reference. */
export type Piece = string | Reference;

export interface Tokens {
  /** What flow language and settings say in the place of a thing: its pin, or a stand-in with the thing's qualifier. */
  readonly arn: (named: Named) => string;
  readonly id: (named: Named) => string;
  /** The parts of a text; a text without references is one part. */
  readonly split: (text: string) => readonly Piece[];
  readonly environment: Environment;
}

/** Where stand-ins lie: they have the shape of ARNs, so that every rule about ARNs judges flows as it always does. */
const PLACE = {
  partition: 'aws',
  region: 'us-east-1',
  account: '000000000000',
  instance: localUuid('flowc target instance'),
} as const;

/** ARNs of that place up to their qualifier, and bare ids. What looks like one and is none of ours stays text. */
const CANDIDATE =
  /arn:aws:[a-z]+:us-east-1:000000000000:(?:function:)?[A-Za-z0-9/-]+|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** `latestModules`: modules are spoken of as `…:$LATEST`; otherwise the reference itself says which version is meant. */
export function makeTokens({ latestModules = true }: { readonly latestModules?: boolean } = {}): Tokens {
  const references = new Map<string, Reference>();
  const made = new Map<Named, Readonly<Record<Form, string>>>();
  const of = (named: Named): Readonly<Record<Form, string>> => {
    let forms = made.get(named);
    if (forms === undefined) {
      forms = { arn: arnToken(named), id: localUuid(`target id ${seedOf(named)}`) };
      made.set(named, forms);
      references.set(forms.arn, { to: named, form: 'arn' });
      references.set(forms.id, { to: named, form: 'id' });
    }
    return forms;
  };
  const arn = (named: Named): string => {
    if (named.pin !== undefined) return named.pin;
    // Attributes exist in contacts only: the key is all there is.
    if (named.kind === 'attribute') return named.display;
    if (named.kind === 'module') return of(named).arn + (latestModules ? ':$LATEST' : '');
    return of(named).arn + viewQualifier(named);
  };
  return {
    arn,
    id: (named) => (named.pin === undefined ? of(named).id : lastPart(named.pin)),
    split: (text) => splitAt(text, references),
    environment: { name: 'target', bind: arn },
  };
}

function splitAt(text: string, references: ReadonlyMap<string, Reference>): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const reference = references.get(match[0]);
    if (reference === undefined) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(reference);
    from = match.index + match[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
  return pieces;
}

function seedOf(named: Named): string {
  return `${named.kind}/${named.name.normalize('NFC')}`;
}

function arnToken(named: Named): string {
  const { template, localId } = entityModel(named.kind).arn;
  const seed = `target ${seedOf(named)}`;
  const id =
    localId === 'short pair' ? `${localShortId(`${seed}/bot`)}/${localShortId(`${seed}/alias`)}` : localUuid(seed);
  const parts: Readonly<Record<string, string>> = { ...PLACE, id };
  return template.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}

/** The id of a pinned ARN; a pin that is none is an id already. */
function lastPart(pin: string): string {
  return pin.startsWith('arn:') ? pin.slice(pin.lastIndexOf('/') + 1) : pin;
}
