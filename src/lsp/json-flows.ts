/** Raw flow JSON that is open in an editor: each document for itself, judged as `flowc check` judges such a file. */
import { checkJson } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RuleChoice } from '../lint/levels.ts';
import type { SourceText } from '../text/text.ts';

export interface JsonFlows {
  readonly set: (path: string, text: string | undefined) => void;
  readonly paths: () => Iterable<string>;
  readonly has: (path: string) => boolean;
  /** Empty for JSON that is no flow: it is nobody's business here. */
  readonly problems: (path: string) => readonly Diagnostic[];
}

interface Opened {
  readonly source: SourceText;
  /** Whether the document was a flow when it could be read last. */
  readonly wasFlow: boolean;
  found?: { readonly choice: RuleChoice; readonly isFlow: boolean; readonly diagnostics: readonly Diagnostic[] };
}

/** Whether a document of an editor is JSON, by its name or by what the editor calls its language. */
export function isJsonDocument(path: string, languageId: string): boolean {
  return path.endsWith('.json') || /^jsonc?$/.test(languageId);
}

export function createJsonFlows(choiceFor: (source: SourceText) => RuleChoice): JsonFlows {
  const documents = new Map<string, Opened>();
  const look = (opened: Opened): NonNullable<Opened['found']> => {
    const choice = choiceFor(opened.source);
    if (opened.found?.choice === choice) return opened.found;
    return (opened.found = { choice, ...judged(opened, choice) });
  };
  return {
    set: (path, text) => {
      if (text === undefined) {
        documents.delete(path);
        return;
      }
      const before = documents.get(path);
      if (before?.source.text === text) return;
      documents.set(path, { source: { path, text }, wasFlow: before !== undefined && look(before).isFlow });
    },
    paths: () => documents.keys(),
    has: (path) => documents.has(path),
    problems: (path) => {
      const opened = documents.get(path);
      return opened === undefined ? [] : look(opened).diagnostics;
    },
  };
}

function judged({ source, wasFlow }: Opened, choice: RuleChoice): Omit<NonNullable<Opened['found']>, 'choice'> {
  const none = { isFlow: false, diagnostics: [] };
  const claims = saysSo(source.text);
  if (!claims && !wasFlow) return none;
  const diagnostics = checkJson(source, choice);
  const has = (...codes: readonly string[]) => diagnostics.some(({ code }) => codes.includes(code));
  // While it is typed JSON is often broken: then it is what it was.
  const isFlow = has('json/invalid', 'json/too-deep') || (claims && !has('json/not-a-flow'));
  return isFlow ? { isFlow, diagnostics } : none;
}

/**
 * Whether the members are there that flows alone have: a list of `Actions` or `modules` is in other files too. They may
 * stand in a text of an answer of the API, behind a backslash.
 */
function saysSo(text: string): boolean {
  const has = (key: string) => new RegExp(`"${key}\\\\*"\\s*:`).test(text);
  return (has('StartAction') && has('Actions')) || /"2019-10-30\\*"/.test(text) || (has('modules') && has('start'));
}
