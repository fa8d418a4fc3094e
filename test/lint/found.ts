import { compile } from '../../src/compiler.ts';
import { RECOMMENDED } from '../../src/lint/levels.ts';

/** What all rules say of a project of one file: codes with the lines that they are about, one finding after another. */
export function found(text: string, code?: string): readonly string[] {
  const { diagnostics } = compile([{ path: 'main.flow', text }], {
    rules: () => ({ ...RECOMMENDED, preset: 'strict' }),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => `error: ${message}`);
  const told = diagnostics.filter((diagnostic) => code === undefined || diagnostic.code === code);
  return [...errors, ...told.map(({ code, place }) => `${code} ${lineOf(text, place.span.start)}`)];
}

function lineOf(text: string, offset: number): string {
  return (text.slice(0, offset).match(/[^\n]*$/)?.[0] + (/^[^\n]*/.exec(text.slice(offset))?.[0] ?? '')).trim();
}
