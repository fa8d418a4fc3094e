/** Files (path → text) for the parsed description of the service's operations. */
export function serviceModelFiles(description: unknown): readonly (readonly [path: string, text: string])[];
