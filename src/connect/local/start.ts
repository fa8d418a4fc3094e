/** The local instance, for verbs and for tests: started here, or found running. */
export type { Fault } from './faults.ts';
export type { SeedFile } from './seed/seed-file.ts';
export type { Local, LocalOptions, OwnLocal } from './own.ts';
export { startLocal } from './own.ts';
export { ensureLocal, localFolder, SEED_FILE } from './ensure.ts';
