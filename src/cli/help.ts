/** What `flowc --help` says. */
export const HELP = `flowc: contact flows as source code. Compiles .flow files to Amazon Connect flow language, and back.

Usage: flowc <verb> [paths…] [options]

Verbs
  init [dir]       a small project that checks and builds at once
  check [paths…]   what is wrong with flows, written as .flow or exported as JSON
  build [paths…]   flow-language JSON
  import <json…>   flow JSON to .flow
  fmt [paths…]     format .flow files
  explain <code>   what a diagnostic means, and what to do about it
  lsp              the language server, which editors start

Verbs that speak to an instance; without --env, to the one on this machine
  local            an Amazon Connect of your own on this machine
  plan             what publishing would change, in flow terms
  publish          do it
  rollback         take a release back
  pull             an instance as a project
  drift            what was changed in the console since
  adopt            take those changes into source
  refresh          record names and ARNs, so that builds and checks work offline
  env              environments of the project, and how they differ

Without paths, a verb takes the project around the working folder: the nearest
folder upwards with a flowc.json, or else the folder itself.

Examples
  flowc init hello && cd hello && flowc check
  flowc build main.flow                      one flow: its JSON on standard output
  flowc build --out build                    a project: a file for each flow, and manifest.json
  flowc import exported.json                 one flow: its text on standard output
  flowc import exports/ --out flows          many: a project
  flowc check --format sarif > flowc.sarif   for code review tools
  flowc fmt --check                          for CI

Options
  -h, --help       this text; \`flowc <verb> --help\` says more about a verb
  -V, --version    the version

Exit codes
  0 all well   1 the source has errors, or with --check something differs
  2 wrong usage or project file   3 the service refused, or could not be reached   130 interrupted
`;
