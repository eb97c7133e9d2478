# shellcheck shell=bash
# A Docker engine of our own, in a network namespace where its bridge and its packet rules meet nobody.
# Needs lib/processes.sh. Says why in $engine_absence when there can't be one.

engine_socket=$state/engine/docker.sock
engine_network=longshore-$(cksum <<< "$state" | cut -d ' ' -f 1)
engine_absence=

# engine_docker …: the client, talking to our engine.
engine_docker() {
  DOCKER_HOST=unix://$engine_socket timeout 60 docker "$@"
}

engine_answers() {
  running engine > /dev/null && DOCKER_HOST=unix://$engine_socket timeout 10 docker version
}

# engine_start: fills $engine_absence and fails when this machine doesn't let us.
engine_start() {
  if [ "$(id -u)" != 0 ]; then
    engine_absence="only root may start an engine"
  elif ! has_command dockerd || ! has_command ip || ! has_command nsenter; then
    engine_absence="dockerd, ip or nsenter isn't installed"
  else
    engine_clear
    engine_launch && return
    # Where a layered file system can't be mounted, as in some containers, plain copies still work.
    engine_launch --storage-driver vfs --iptables=false --ip6tables=false && return
  fi
  return 1
}

# engine_launch FLAG…: proves with a container that what started can also work.
engine_launch() {
  local home=$state/engine
  mkdir -p "$home"
  if ! engine_absence=$(ip netns add "$engine_network" 2>&1); then return 1; fi
  ip -n "$engine_network" link set lo up
  background engine "$home/log" nsenter --net="/run/netns/$engine_network" dockerd \
    --data-root "$home/root" --exec-root "$home/exec" --host "unix://$engine_socket" --pidfile "$home/pid" \
    --group "$(id -gn)" --insecure-registry 127.0.0.0/8 --shutdown-timeout 2 "$@"
  if wait_for engine 30 && engine_forget_containers && engine_images && engine_probe; then
    engine_absence=
    return
  fi
  engine_absence=${engine_absence:-$(engine_complaint)}
  engine_clear
  rm -rf "$home/root"
  return 1
}

# engine_complaint: the last thing that went wrong, as the engine's log puts it.
engine_complaint() {
  grep -hE 'level=(error|fatal)|^failed' "$state/engine/log" | tail -n 1 | sed 's/.*msg=//' | grep . ||
    echo "dockerd didn't answer within 30 seconds"
}

# engine_images: the demo's images, made from what is on this machine.
engine_images() {
  engine_docker image inspect longshore-demo/web:1.0 longshore-demo/web:1.1 longshore-demo/web:1.2 > /dev/null 2>&1 ||
    DOCKER_HOST=unix://$engine_socket Examples/homelab/demo/hello/image/build > /dev/null
}

engine_probe() {
  local said
  if said=$(engine_docker run --rm longshore-demo/web:1.0 sh -c : 2>&1); then return; fi
  engine_absence="a container can't run: ${said##*: }"
  return 1
}

engine_forget_containers() {
  local containers
  containers=$(engine_docker ps -aq) || return 1
  # shellcheck disable=SC2086  # names of containers are words
  [ -z "$containers" ] || engine_docker rm -f $containers > /dev/null
}

# engine_stop: containers first, so that nothing has to be waited for.
engine_stop() {
  ! engine_answers > /dev/null 2>&1 || engine_forget_containers || true
  finish engine 15
  engine_clear
}

# engine_clear: what a crashed engine left: its helpers in our namespace, the namespace, its mounts.
engine_clear() {
  local pids point
  finish engine 5
  [ -e "/run/netns/$engine_network" ] || return 0
  pids=$(ip netns pids "$engine_network" 2> /dev/null) || true
  # shellcheck disable=SC2086  # process numbers are words
  [ -z "$pids" ] || kill -9 $pids 2> /dev/null || true
  ip netns delete "$engine_network" 2> /dev/null || true
  rm -f "$state/engine/pid" "$state/engine/exec/containerd/containerd.pid"
  while read -r point; do
    umount -l "$point" 2> /dev/null || true
  done < <(awk -v home="$state/engine/" 'index($2, home) == 1 { print $2 }' /proc/self/mounts | sort -r)
}
