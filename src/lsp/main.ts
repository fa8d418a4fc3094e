/** The server over standard input and output. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve, type ServerOptions } from './server.ts';

export function serveStandardStreams(options: ServerOptions): Promise<0 | 1> {
  return serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), options);
}
