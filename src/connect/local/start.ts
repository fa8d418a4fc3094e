/** The local instance, for verbs and for tests: started here, or found running. */
export type { Fault } from './faults.ts';
export type { SeedFile } from './seed/seed-file.ts';
export type { Local, LocalOptions, OwnLocal } from './about.ts';
export { startLocal, startLocked } from './own.ts';
export { ensureLocal, localFolder, prepareFolder, SEED_FILE, seedOf } from './ensure.ts';
export { wrongWithFaults } from './faults.ts';
