# What the steps have in common. Everything that comes from outside comes in environment variables and is never read as
# a program: not by the shell, not by the runner.
#
#   FLOWC            the command (default: flowc)
#   FLOWC_DIRECTORY  where the project is (default: here)
#   FLOWC_PATHS      files and folders of the project, one a line (default: all of it)
#   FLOWC_RESULTS    where results are written (default: .flowc/ci of the project)

set -eu

: "${FLOWC:=flowc}"
: "${FLOWC_DIRECTORY:=.}"
: "${FLOWC_PATHS:=}"
steps=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# Goes to the project, and makes the folder for results.
enter_project() {
  cd -- "$FLOWC_DIRECTORY"
  FLOWC_DIRECTORY=.
  : "${FLOWC_RESULTS:=.flowc/ci}"
  mkdir -p -- "$FLOWC_RESULTS"
}

# flowc with the paths behind its options. Paths may begin with anything. From outside the project they are said as seen
# from there, so that annotations name files as the repository has them.
flowc_on_paths() {
  set -- "$@" --
  if [ -z "$FLOWC_PATHS" ] && [ "$FLOWC_DIRECTORY" != . ]; then set -- "$@" "$FLOWC_DIRECTORY"; fi
  while IFS= read -r path; do
    case $path in
    '') ;;
    /*) set -- "$@" "$path" ;;
    *) if [ "$FLOWC_DIRECTORY" = . ]; then set -- "$@" "$path"; else set -- "$@" "$FLOWC_DIRECTORY/$path"; fi ;;
    esac
  done <<END_OF_PATHS
$FLOWC_PATHS
END_OF_PATHS
  "$FLOWC" "$@"
}

# Runs a command whose output is for people. A line of it that looks like a command to GitHub's runner is none: names and
# texts of flows may be anybody's.
for_people() {
  if [ "${GITHUB_ACTIONS:-}" != true ]; then
    "$@"
    return
  fi
  token="flowc-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
  printf '::stop-commands::%s\n' "$token"
  code=0
  "$@" 2>&1 || code=$?
  printf '\n::%s::\n' "$token"
  return "$code"
}

# An output of the step, for later steps. Values are single lines.
output() {
  if [ -n "${GITHUB_OUTPUT:-}" ]; then printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; fi
}
