#!/usr/bin/env bash
# How every part is installed: one Debian package, as root or through sudo. Sourced by the parts' scripts; it installs
# nothing that they do not name.

# The first version in a text. Usage: version_of "alertmanager, version 0.25.0 (branch: …)" → 0.25.0
version_of() {
  grep -oE '[0-9]+(\.[0-9]+)+' <<<"$1" | head -n 1
}

# Whether a version is at least another. Usage: at_least HAVE WANT
at_least() {
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# Installs a package. Usage: apt_install PACKAGE
apt_install() {
  local package="$1" as_root=()
  if ! command -v apt-get >/dev/null; then
    echo "$package: this system has no apt-get: install it by its own means, then run this again" >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "$package: run \`cargo xtask parts\` as root, or install sudo: packages need it" >&2
      return 1
    fi
    as_root=(sudo)
    # Without a terminal nobody can type a password: fail with a word instead of waiting for it.
    [ -t 0 ] || as_root=(sudo -n)
  fi
  # What is installed is for the tests to start: in this runlevel no package starts a service by itself.
  as_root+=(env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1)
  echo "$package: installing"
  "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" apt-get install -q -y --no-install-recommends "$package" || {
    echo "$package: could not be installed: see above; \`cargo xtask parts\` tries again" >&2
    return 1
  }
}
