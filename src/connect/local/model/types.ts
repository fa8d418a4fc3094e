/** The wire protocol of the service as data: routes, members, limits, errors. */

export interface OperationModel {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** `/contact-flows/{InstanceId}/{ContactFlowId}`: labels are members of the request, each a whole part of the path. */
  readonly uri: string;
  /** Name of a structure; without it there is nothing to say, or nothing to answer. */
  readonly request?: string;
  readonly response?: string;
  /** Names of the error types that it declares. Every one of them is in `errors`. */
  readonly errors: readonly string[];
  /** Lists that come in pages: which members carry the place, the size of a page, and the list. */
  readonly paging?: { readonly in: string; readonly out: string; readonly limit: string; readonly result: string };
}

export type Shape = StructureShape | ListShape | MapShape | TextShape | NumberShape | PlainShape;

/** `union`: exactly one member is there. */
export interface StructureShape {
  readonly is: 'structure' | 'union';
  readonly members: Readonly<Record<string, Member>>;
}

export interface Member {
  /** Name of the shape. */
  readonly of: string;
  readonly required?: true;
  /** Where it travels; in the body, when nothing is said. */
  readonly in?: 'path' | 'query' | 'header';
  /** Its name there, where that is another. */
  readonly wire?: string;
  /** Clients make one up when the user gives none. */
  readonly token?: true;
}

export interface ListShape {
  readonly is: 'list';
  readonly of: string;
  readonly min?: number;
  readonly max?: number;
}

/** Keys are texts. `min`, `max`: how many. */
export interface MapShape {
  readonly is: 'map';
  readonly of: string;
  readonly min?: number;
  readonly max?: number;
}

/** Lengths in characters. */
export interface TextShape {
  readonly is: 'string';
  readonly min?: number;
  readonly max?: number;
  /** As the service's model has it: found anywhere in the text unless it has anchors. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface NumberShape {
  readonly is: 'number';
  readonly min?: number;
  readonly max?: number;
}

/** Timestamps are epoch seconds. */
export interface PlainShape {
  readonly is: 'boolean' | 'timestamp';
}

export interface ErrorModel {
  readonly status: number;
  /** What it has besides, or instead of, `Message`. */
  readonly members: Readonly<Record<string, Member>>;
}
