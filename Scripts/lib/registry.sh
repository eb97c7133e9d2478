# shellcheck shell=bash
# A registry for images, on the loopback address. The engine lives in a network of its own, so a second one over
# the same folder answers there, at the same address. Needs lib/processes.sh, lib/ports.sh and lib/engine.sh.

registry_port() {
  cat "$state/registry/port" 2> /dev/null
}

registry_answers() {
  running registry > /dev/null && listens "$(registry_port)" && registry_is_beside_engine
}

registry_is_beside_engine() {
  ! engine_answers > /dev/null 2>&1 || running registry-beside-engine > /dev/null
}

registry_start() {
  local home=$state/registry port
  has_command docker-registry || return 1
  mkdir -p "$home/data"
  for _ in 1 2 3; do
    registry_stop
    port=$(free_port)
    echo "$port" > "$home/port"
    printf '%s\n' 'version: 0.1' 'log: {level: warn}' "storage: {filesystem: {rootdirectory: '$home/data'}}" \
      "http: {addr: '127.0.0.1:$port'}" > "$home/config.yml"
    background registry "$home/log" docker-registry serve "$home/config.yml"
    if engine_answers > /dev/null 2>&1; then
      background registry-beside-engine "$home/log-beside-engine" \
        nsenter --net="/run/netns/$engine_network" docker-registry serve "$home/config.yml"
    fi
    ! wait_for registry 5 || return 0
  done
  return 1
}

registry_stop() {
  finish registry-beside-engine
  finish registry
}
