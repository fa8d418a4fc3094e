#!/bin/sh
# Checks the project: formatting, then everything that `flowc check` finds. Results go to the log, to annotations of the
# pull request, and to files for other tools. Fails where there are errors.
#
#   FLOWC_FORMATTED     true: files must be formatted
#   FLOWC_MAX_WARNINGS  fails when there are more warnings
#   FLOWC_ENV           checks against the recorded names of that environment
#   FLOWC_SARIF         writes this file, for code scanning
#   FLOWC_JUNIT         writes this file, for test reports
. "$(dirname -- "$0")/common.sh"

failed=0
flowc_check() {
  set -- check "$@"
  if [ -n "${FLOWC_ENV:-}" ]; then set -- "$@" --env "$FLOWC_ENV"; fi
  if [ -n "${FLOWC_MAX_WARNINGS:-}" ]; then set -- "$@" --max-warnings "$FLOWC_MAX_WARNINGS"; fi
  flowc_on_paths "$@"
}

if [ "${FLOWC_FORMATTED:-}" = true ]; then
  for_people flowc_on_paths fmt --check || failed=$?
fi

if [ "${GITHUB_ACTIONS:-}" = true ]; then
  flowc_check --format github || failed=$?
else
  flowc_check || failed=$?
fi

# The same once more for each file that is wanted; what is wrong was told already.
for format in sarif junit; do
  case $format in
  sarif) file=${FLOWC_SARIF:-} ;;
  *) file=${FLOWC_JUNIT:-} ;;
  esac
  if [ -n "$file" ]; then
    mkdir -p -- "$(dirname -- "$file")"
    flowc_check --format "$format" >"$file" || true
  fi
done

exit "$failed"
