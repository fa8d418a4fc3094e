#!/bin/sh
# Puts the plan into the comments of the pull request (GitHub) or merge request (GitLab): the comment of an earlier run is
# written over, and where nothing would change and nothing was said before, nothing is said.
#
#   FLOWC_TOKEN   may write comments: GitHub's GITHUB_TOKEN, a token of GitLab with the scope `api`
#   FLOWC_AUTHOR  who an earlier comment must be from (default on GitHub: github-actions[bot])
. "$(dirname -- "$0")/common.sh"
enter_project

exec node "$steps/comment.mjs" "$FLOWC_RESULTS/plan.md"
