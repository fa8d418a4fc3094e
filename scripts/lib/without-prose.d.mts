export const PROSE: readonly (readonly [filter: RegExp, keys: readonly string[]])[];
