/** The project file that `init` and `import --out` write. */
export function projectFileText(
  settings: { readonly include?: readonly string[]; readonly out?: string; readonly environments?: object } = {},
): string {
  return `${JSON.stringify({ include: ['.'], out: 'build', ...settings }, null, 2)}\n`;
}
