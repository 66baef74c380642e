#!/usr/bin/env bash
# Alertmanager, a real sender for the tests of its hook. `up` starts one for whoever calls, on loopback, with the
# caller's configuration; it is never a service of the machine.
# Usage: scripts/parts/alertmanager.sh install
#        scripts/parts/alertmanager.sh up DIR PORT     DIR holds alertmanager.yml; prints the address when it is ready
#        scripts/parts/alertmanager.sh down DIR        ends what `up` started there
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/apt.sh"

# The oldest that the tests were seen to pass with.
wanted=0.25
ready_limit_s=10
stop_limit_s=3

usage() {
  echo "usage: $0 install | up DIR PORT | down DIR" >&2
  exit 2
}

there() {
  command -v prometheus-alertmanager >/dev/null || return 1
  have="$(version_of "$(prometheus-alertmanager --version 2>&1)")"
  at_least "$have" "$wanted"
}

install() {
  there || apt_install prometheus-alertmanager
  there || { echo "alertmanager: ${have:-no version} is there, $wanted or newer is needed: upgrade it" >&2; exit 1; }
  echo "alertmanager: there, $have"
}

# Whether it answers; bash's own TCP, so that no curl is needed.
ready() {
  local line
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET /-/ready HTTP/1.0\r\n\r\n' >&3
  read -r -t 2 line <&3 || line=''
  exec 3>&-
  [[ "$line" == *' 200 '* ]]
}

up() {
  local dir="$1" port="$2" deadline
  [ -f "$dir/alertmanager.yml" ] || { echo "alertmanager: write $dir/alertmanager.yml first: its receivers" >&2; exit 1; }
  there || { echo "alertmanager is missing: \`cargo xtask parts\` installs it" >&2; exit 1; }
  # Its own port for clusters would be open to all: it gets none.
  prometheus-alertmanager --config.file="$dir/alertmanager.yml" --storage.path="$dir/data" \
    --web.listen-address="127.0.0.1:$port" --cluster.listen-address= \
    >"$dir/alertmanager.log" 2>&1 </dev/null &
  local pid=$!
  echo "$pid" >"$dir/alertmanager.pid"
  deadline=$((SECONDS + ready_limit_s))
  until ready "$port"; do
    if ! kill -0 "$pid" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
      echo "alertmanager did not become ready on port $port; its last words:" >&2
      tail -n 20 "$dir/alertmanager.log" >&2
      down "$dir"
      exit 1
    fi
    sleep 0.05
  done
  # Another program on that port may have answered in its place.
  kill -0 "$pid" 2>/dev/null || { tail -n 20 "$dir/alertmanager.log" >&2; exit 1; }
  echo "http://127.0.0.1:$port"
}

down() {
  local file="$1/alertmanager.pid" pid deadline
  [ -f "$file" ] || return 0
  pid="$(cat "$file")"
  deadline=$((SECONDS + stop_limit_s))
  kill "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do
    [ "$SECONDS" -lt "$deadline" ] || kill -9 "$pid" 2>/dev/null || true
    sleep 0.05
  done
  rm -f "$file"
}

case "${1:-}" in
  install) [ $# -eq 1 ] || usage; install ;;
  up) [ $# -eq 3 ] || usage; up "$2" "$3" ;;
  down) [ $# -eq 2 ] || usage; down "$2" ;;
  *) usage ;;
esac
