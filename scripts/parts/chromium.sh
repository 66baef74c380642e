#!/usr/bin/env bash
# Chromium, the browser of the end-to-end tests. Playwright starts and ends it; here it is only installed.
# Usage: scripts/parts/chromium.sh install
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/apt.sh"

# Older ones are not tried: the tests were seen to pass with 156.
wanted=120.0

there() {
  command -v chromium >/dev/null || return 1
  # Debian's wrapper grumbles on stderr where memory has no limit.
  have="$(version_of "$(chromium --version 2>/dev/null)")"
  at_least "$have" "$wanted"
}

case "${1:-}" in
  install)
    there || apt_install chromium
    there || { echo "chromium: ${have:-no version} is there, $wanted or newer is needed: upgrade it" >&2; exit 1; }
    echo "chromium: there, $have"
    ;;
  *)
    echo "usage: $0 install" >&2
    exit 2
    ;;
esac
