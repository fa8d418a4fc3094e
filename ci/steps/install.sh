#!/bin/sh
# Sees to it that there is a flowc: the one on the path, the project's own, or one from the npm registry. Later steps find
# it on the path.
#
#   FLOWC_VERSION  a version or tag of the npm package; installed even where there is another flowc
. "$(dirname -- "$0")/common.sh"
enter_project

version=${FLOWC_VERSION:-}
if [ -n "$version" ]; then
  case $version in *[!A-Za-z0-9._+-]*)
    echo "flowc: FLOWC_VERSION is a version such as 0.1.0, or a tag such as latest." >&2
    exit 2
    ;;
  esac
  folder="${RUNNER_TEMP:-$FLOWC_RESULTS}/flowc-$version"
  npm install --no-audit --no-fund --ignore-scripts --prefix "$folder" "flowc@$version"
  bin="$folder/node_modules/.bin"
elif [ -x node_modules/.bin/flowc ]; then
  bin="$PWD/node_modules/.bin"
elif command -v "$FLOWC" >/dev/null; then
  exit 0
else
  echo "flowc: there is no flowc here; add it to the project's devDependencies, or say a version." >&2
  exit 2
fi
if [ -n "${GITHUB_PATH:-}" ]; then printf '%s\n' "$bin" >>"$GITHUB_PATH"; fi
