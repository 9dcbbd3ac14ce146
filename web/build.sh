#!/bin/sh
# Builds or tests the web pages; Maven calls it. Usage: build.sh <output folder> | build.sh test <skip>
set -eu
cd "$(dirname "$0")"
if [ "${1:-}" = test ] && [ "${2:-false}" = true ]; then
  exit 0
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null || ! command -v npm >/dev/null 2>&1; then
  echo "web: needs Node 20.19 or newer, with npm, to build the pages. Install them (Debian: apt-get install nodejs npm), or build without pages: -Dweb.skip" >&2
  exit 1
fi
exec node build/build.mjs "${1:-target/classes/web}"
