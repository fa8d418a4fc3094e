/** Compiling for an environment: names bound to what its instance has. */
import type { Named } from '../check/program.ts';
import { compileParsed, type Compiled, type CompileOptions, type ParsedProject } from '../compiler.ts';
import { bindNames } from '../connect/bind.ts';
import type { Inventory } from '../connect/types.ts';
import { byPlace, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EnvironmentSettings } from './environments.ts';

export interface CompiledFor extends Compiled {
  /** Of names that nothing, or more than one thing, answers to; they are among `diagnostics` too. */
  readonly unbound: readonly Diagnostic[];
  /** What is not there yet, and publishing will make; documents have made-up ids in its place. */
  readonly pending: readonly Named[];
}

/**
 * Compiles a project against what an instance has. Where a name is not bound nothing is handed to `take`: what speaks of
 * things that are not there must not be written anywhere.
 */
export function compileFor(
  parsed: ParsedProject,
  target: { readonly inventory: Inventory; readonly settings: EnvironmentSettings },
  options: Pick<CompileOptions, 'only' | 'take' | 'lint' | 'rules' | 'work'> = {},
): CompiledFor {
  const { environment, diagnostics: unbound, pending } = bindNames(parsed.program, target.inventory, target.settings);
  const { take } = options;
  const compiled = compileParsed(parsed, {
    ...options,
    environment,
    take: take === undefined || unbound.length === 0 ? take : () => undefined,
  });
  // The declaration says it already, and says more.
  const found = compiled.diagnostics.filter(({ code }) => code !== 'check/unbound-name');
  return { ...compiled, unbound, pending, diagnostics: [...found, ...unbound].sort(byPlace) };
}
