#!/bin/sh
# Says what was changed in an environment since it was published. Fails with 1 where something was.
#
#   FLOWC_ENV    the environment
. "$(dirname -- "$0")/common.sh"
enter_project

: "${FLOWC_ENV:?names the environment of flowc.json}"
for_people flowc_on_paths drift --env "$FLOWC_ENV"
