#!/bin/sh
# Says what publishing would change in an environment: as Markdown in the results, in the summary of the job, and in the
# plan file that `flowc publish` takes. Fails where the source has errors or the instance cannot be read.
#
#   FLOWC_ENV    the environment
#   FLOWC_PRUNE  true: flows that the project does not have are archived
. "$(dirname -- "$0")/common.sh"
enter_project

: "${FLOWC_ENV:?names the environment of flowc.json}"
plan="$FLOWC_RESULTS/plan.json"
markdown="$FLOWC_RESULTS/plan.md"

set -- plan --env "$FLOWC_ENV" --out "$plan" --markdown --quiet
if [ "${FLOWC_PRUNE:-}" = true ]; then set -- "$@" --prune; fi
code=0
flowc_on_paths "$@" >"$markdown" || code=$?

if [ -s "$markdown" ]; then
  for_people cat -- "$markdown"
  if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat -- "$markdown" >>"$GITHUB_STEP_SUMMARY"; fi
  changes=true
  # The fourth line, which no name of a flow gets into.
  case $(sed -n 4p -- "$markdown") in 'Nothing to change '*) changes=false ;; esac
  output changes "$changes"
  output plan "$plan"
  output markdown "$markdown"
fi
exit "$code"
