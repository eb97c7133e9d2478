# shellcheck shell=bash
# How our scripts talk: progress goes to standard error, in colour only on a terminal and never with NO_COLOR.

if [ -t 2 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
else
  bold='' dim='' red='' green='' plain=''
fi

step() { printf '%s==> %s%s\n' "$bold" "$*" "$plain" >&2; }
note() { printf '    %s%s%s\n' "$dim" "$*" "$plain" >&2; }
good() { printf '    %s%s%s\n' "$green" "$*" "$plain" >&2; }
warn() { printf '    %s%s%s\n' "$red" "$*" "$plain" >&2; }

# world_failed WHAT HELP: the exit status of all our programs for "not your files, but the world around them".
world_failed() {
  printf '%serror%s: %s\n' "$red" "$plain" "$1" >&2
  [ $# -lt 2 ] || printf '  = help: %s\n' "$2" >&2
  exit 3
}

# usage TEXT
usage() {
  printf '%s\n' "$1" >&2
  exit 2
}
