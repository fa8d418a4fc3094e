/** The project file that `init`, `import --out` and `pull` write, as Prettier leaves it. */
export function projectFileText(
  settings: { readonly include?: readonly string[]; readonly out?: string; readonly environments?: object } = {},
): string {
  const text = JSON.stringify({ include: ['.'], out: 'build', ...settings }, null, 2);
  return `${text.replace(/\[\s+("[^"\n]*")\s+\]/g, '[$1]')}\n`;
}
