/** The same declarations further down or up in a file. What is in a flow's braces moves when somebody looks at it. */
import type { Comment, Declaration, Flow } from '../../syntax/ast.ts';
import type { Span } from '../../text/text.ts';

interface Origin {
  readonly of: Declaration;
  readonly by: number;
}

const origins = new WeakMap<Declaration, Origin>();

/** What a declaration was moved from, at last; itself where it never was. Two of one origin say the same to the letter. */
export function originOf(declaration: Declaration): Declaration {
  return origins.get(declaration)?.of ?? declaration;
}

/** The declaration, moved by that many code units. Moved back it is what it was before. */
export function movedDeclaration(declaration: Declaration, by: number): Declaration {
  const { of, by: before } = origins.get(declaration) ?? { of: declaration, by: 0 };
  const distance = before + by;
  if (distance === 0) return of;
  const made = of.kind === 'flow' ? movedFlow(of, distance) : moved(of, distance);
  origins.set(made, { of, by: distance });
  return made;
}

export function movedComment(comment: Comment, by: number): Comment {
  return by === 0 ? comment : { ...comment, span: movedSpan(comment.span, by) };
}

function movedFlow(flow: Flow, by: number): Flow {
  const { kind, type, name, display, doc, span } = flow;
  let body: Flow['body'] | undefined;
  return {
    kind,
    type: moved(type, by),
    name: moved(name, by),
    display: moved(display, by),
    doc,
    get body() {
      return (body ??= moved(flow.body, by));
    },
    span: movedSpan(span, by),
  };
}

/** A copy in which every `span` is moved. */
function moved<T>(value: T, by: number): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, by)) as T;
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    const member: unknown = value[key];
    copy[key] = key === 'span' ? movedSpan(member as Span, by) : moved(member, by);
  }
  return copy as T;
}

/** Nowhere (nothing at the beginning) stays nowhere. */
function movedSpan({ start, end }: Span, by: number): Span {
  return start === 0 && end === 0 ? { start, end } : { start: start + by, end: end + by };
}
