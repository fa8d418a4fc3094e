#!/bin/sh
# Publishes the project to an environment, without asking: who may merge, or approve the job, has been asked.
#
#   FLOWC_ENV    the environment
#   FLOWC_PLAN   publishes this plan, and nothing where the instance is another by now
#   FLOWC_PRUNE  true: flows that the project does not have are archived
. "$(dirname -- "$0")/common.sh"
enter_project

: "${FLOWC_ENV:?names the environment of flowc.json}"
set -- publish --env "$FLOWC_ENV" --yes
if [ -n "${FLOWC_PLAN:-}" ]; then
  for_people "$FLOWC" "$@" -- "$FLOWC_PLAN"
  exit
fi
if [ "${FLOWC_PRUNE:-}" = true ]; then set -- "$@" --prune; fi
for_people flowc_on_paths "$@"
