# shellcheck shell=bash
# What has to be on the machine: looked for by what it gives us, installed with apt when it isn't there.

missing=()

# need PACKAGE COMMAND…: PACKAGE is missing when COMMAND fails.
need() {
  local package=$1
  shift
  "$@" > /dev/null 2>&1 || missing+=("$package")
}

# has_command NAME: also looks where daemons live, which isn't on everybody's search path.
has_command() {
  PATH="$PATH:/usr/sbin:/sbin" command -v "$1" > /dev/null
}

# as_root COMMAND…
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install_missing: installs what `need` found missing; nothing to do is the usual case and costs nothing.
install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local list="${missing[*]}"
  if ! has_command apt-get; then
    world_failed "these Debian packages, or your system's like them, are missing: $list" "install them and run this again"
  fi
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2> /dev/null; then
    world_failed "these packages are missing: $list" "run: sudo apt-get install $list"
  fi
  step "installing $list"
  local quiet=(-qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
  as_root apt-get update "${quiet[@]}" || note "some package lists couldn't be renewed; going on with what is there"
  local status=0
  hold_daemons
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l \
    apt-get install "${quiet[@]}" -y --no-install-recommends "${missing[@]}" > /dev/null || status=$?
  release_daemons
  [ "$status" = 0 ] || world_failed "apt-get couldn't install $list" "read its messages above"
  missing=()
}

# A package that brings a daemon would start it. Nothing we install may meet what runs on the machine.
daemon_policy=/usr/sbin/policy-rc.d
daemons_held=no

hold_daemons() {
  [ ! -e "$daemon_policy" ] || return 0
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$daemon_policy" > /dev/null
  as_root chmod 755 "$daemon_policy"
  daemons_held=yes
  trap release_daemons EXIT
}

release_daemons() {
  [ "$daemons_held" = yes ] || return 0
  as_root rm -f "$daemon_policy"
  daemons_held=no
}
