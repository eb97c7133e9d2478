#!/usr/bin/env bash
# The agent's night, for cron: proposes newer images and missing health checks. It speaks only when there is something
# to say, so that cron's mail is worth reading.
#
#   15 4 * * *  LONGSHORE_GIT_SSH_KEY=/etc/longshore/agent.key nightly-update.sh /srv/agent/homelab
set -euo pipefail
clone=${1:?usage: nightly-update.sh CLONE}

for goal in updates health; do
  status=0
  answer=$(longshore propose "$goal" -C "$clone" --format json) || status=$?
  # 1 says that policy denied something, which is policy's work. More needs a person.
  [ "$status" -le 1 ] || exit "$status"
  jq -r '.outcomes[]
    | select(.kind == "opened" or .kind == "updated")
    | .kind + " " + (if .number then "#\(.number) " else "" end) + .title' <<< "$answer"
done
