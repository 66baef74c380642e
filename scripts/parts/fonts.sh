#!/usr/bin/env bash
# Fonts for Chinese, Japanese and Korean and for emoji: without them the browser tests would see empty boxes.
# Usage: scripts/parts/fonts.sh install
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/apt.sh"

# Whether a package's font is there, by the file that it installs.
there() {
  compgen -G "/usr/share/fonts/*/noto/$1" >/dev/null
}

install() {
  there "$2" || apt_install "$1"
  there "$2" || { echo "fonts: $1 was installed, and yet there is no $2 below /usr/share/fonts" >&2; exit 1; }
}

case "${1:-}" in
  install)
    install fonts-noto-cjk 'NotoSansCJK-*'
    install fonts-noto-color-emoji 'NotoColorEmoji*'
    echo "fonts: there, CJK and emoji"
    ;;
  *)
    echo "usage: $0 install" >&2
    exit 2
    ;;
esac
