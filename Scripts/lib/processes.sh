# shellcheck shell=bash
# Processes that outlive the script which started them. Each is known by its number and its start time,
# because a number alone may by now belong to somebody else.

# The folder that remembers them.
state=${LONGSHORE_SERVICES:-${TMPDIR:-/tmp}/longshore-services-$(id -u)}

# born PID: when the process started, or nothing if it doesn't run (a dead one nobody waited for doesn't).
born() {
  local stat
  stat=$(cat "/proc/$1/stat" 2> /dev/null) || return 1
  # shellcheck disable=SC2086  # the fields after the name, which may hold spaces, are words
  set -- ${stat##*) }
  [ "$1" != Z ] || return 1
  echo "${20}"
}

# remember NAME PID
remember() {
  echo "$2 $(born "$2")" > "$state/$1.pid"
}

# running NAME: prints its number when what we started still runs.
running() {
  local pid birth
  read -r pid birth 2> /dev/null < "$state/$1.pid" || return 1
  [ "$(born "$pid")" = "$birth" ] || return 1
  echo "$pid"
}

# finish NAME [SECONDS]: ends it politely, then firmly.
finish() {
  local pid tries=$((${2:-5} * 10))
  if pid=$(running "$1"); then
    kill "$pid" 2> /dev/null || true
    while [ "$tries" -gt 0 ] && running "$1" > /dev/null; do
      sleep 0.1
      tries=$((tries - 1))
    done
    ! running "$1" > /dev/null || kill -9 "$pid" 2> /dev/null || true
  fi
  rm -f "$state/$1.pid"
}

# background NAME LOG COMMAND…: starts it away from this script's session and remembers it.
background() {
  local name=$1 log=$2
  shift 2
  PATH="$PATH:/usr/sbin:/sbin" setsid "$@" > "$log" 2>&1 < /dev/null 9>&- &
  remember "$name" $!
}

# wait_for NAME SECONDS: until NAME answers; gives up when it ended.
wait_for() {
  local tries=$(($2 * 10))
  until "$1_answers" > /dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] && running "$1" > /dev/null || return 1
    sleep 0.1
  done
}
