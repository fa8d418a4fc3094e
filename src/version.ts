/** The version of the package. The bundle has it built in; run from source there is none to tell. */
declare const FLOWC_VERSION: string | undefined;

export const version: string = typeof FLOWC_VERSION === 'string' ? FLOWC_VERSION : '0.0.0-source';
