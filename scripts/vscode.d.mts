export function assemble(out: string, options: { readonly server: boolean }): Promise<void>;
export function pack(extension: string): string;
