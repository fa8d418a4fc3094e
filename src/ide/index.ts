/** What editors ask. */
export { actionsAt } from './actions/index.ts';
export { callHierarchyAt, callsFrom, callsTo, codeLenses } from './calls.ts';
export { completionsAt } from './completion/index.ts';
export { definitionAt, referencesAt } from './definition.ts';
export { formatEdits, formatRangeEdits } from './formatting.ts';
export { hoverAt } from './hover.ts';
export { inlayHints } from './inlays.ts';
export { documentLinks } from './links.ts';
export { pictureAt } from './picture.ts';
export { foldingRanges, selectionRanges } from './ranges.ts';
export { prepareRename, renameAt } from './rename.ts';
export { createSession } from './session.ts';
export { signatureAt } from './signature.ts';
export { documentSymbols, workspaceSymbols } from './symbols.ts';
export { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from './tokens.ts';
