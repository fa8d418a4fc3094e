/** The page's frame. Nothing of it comes from elsewhere: its policy lets in one script and one style, by nonce. */

export interface Frame {
  /** Address of the page's script. */
  readonly script: string;
  readonly style: string;
  /** Where scripts and styles of the extension come from (`webview.cspSource`). */
  readonly source: string;
  readonly nonce: string;
}

export function pageHtml({ script, style, source, nonce }: Frame): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${style}">
    <title>Flow</title>
  </head>
  <body>
    <header>
      <h1 id="title"></h1>
      <div role="toolbar" aria-label="Picture">
        <button id="errors" aria-pressed="true" title="Show error branches">Errors</button>
        <button id="saved" aria-pressed="false" title="Blocks where they stand in the flow designer">As saved</button>
        <button id="smaller" title="Smaller" aria-label="Smaller">−</button>
        <button id="larger" title="Larger" aria-label="Larger">+</button>
        <button id="fit" title="The whole flow">Fit</button>
      </div>
    </header>
    <p id="why" role="status"></p>
    <svg id="picture" role="application" aria-label="Flow"></svg>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>
`;
}
