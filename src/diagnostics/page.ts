/** What the pages of `docs/diagnostics` and `flowc explain` say of a code besides its messages. Loaded by nothing else. */

export interface Page {
  /** What is wrong in general, one sentence. */
  readonly summary: string;
  /** Why it is told: what Connect or a caller would meet, or which rule of the language it is. Markdown. */
  readonly why: string;
  /** What to do about it. Markdown. */
  readonly remedy: string;
}

/** A page for every row of a phase's table: one that is missing does not compile. */
export type PagesOf<D extends { readonly table: object }> = Readonly<Record<keyof D['table'] & string, Page>>;
