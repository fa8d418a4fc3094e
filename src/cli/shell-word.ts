/** A path as a shell takes it, in commands that people are told to run. */
export function shellWord(path: string): string {
  if (/^[\w./+@~-]+$/.test(path)) return path;
  // Between double quotes, which every shell knows, the others but Windows' own read these signs as theirs.
  const isRead = process.platform !== 'win32' && /[$`"\\!]/.test(path);
  return isRead ? `'${path.replaceAll("'", `'\\''`)}'` : `"${path}"`;
}
