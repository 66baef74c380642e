#!/usr/bin/env bash
# nginx, a real proxy in front of the server for the browser tests. They start and end one of their own, on loopback, with their own
# configuration; here it is only installed, and not as a service of the machine.
# Usage: scripts/parts/nginx.sh install
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/apt.sh"

# The oldest that the tests were seen to pass with is 1.22; older ones are not tried.
wanted=1.18

there() {
  [ -x /usr/sbin/nginx ] || return 1
  have="$(version_of "$(/usr/sbin/nginx -v 2>&1)")"
  at_least "$have" "$wanted"
}

case "${1:-}" in
  install)
    there || apt_install nginx-light
    there || { echo "nginx: ${have:-no version} is there, $wanted or newer is needed: upgrade it" >&2; exit 1; }
    echo "nginx: there, $have"
    ;;
  *)
    echo "usage: $0 install" >&2
    exit 2
    ;;
esac
