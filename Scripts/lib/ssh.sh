# shellcheck shell=bash
# An SSH server on the loopback address for the account that runs the tests, with a key for each identity of the
# sample homelab: agent, ada, ci and nas. The server, not the client, says who pushes. Needs lib/processes.sh and lib/ports.sh.

ssh_identities=(agent ada ci host:nas)

ssh_port() {
  cat "$state/ssh/port" 2> /dev/null
}

ssh_answers() {
  running ssh > /dev/null && listens "$(ssh_port)"
}

ssh_start() {
  local home=$state/ssh port identity
  has_command sshd || return 1
  mkdir -p "$home"
  chmod 700 "$home"
  [ "$(id -u)" != 0 ] || mkdir -p /run/sshd
  ssh_key server
  : > "$home/authorized_keys"
  for identity in "${ssh_identities[@]}"; do
    ssh_key "${identity##*:}"
    printf 'environment="LONGSHORE_IDENTITY=%s" %s\n' "$identity" "$(cat "$home/${identity##*:}.pub")" \
      >> "$home/authorized_keys"
  done
  for _ in 1 2 3; do
    finish ssh
    port=$(free_port)
    echo "$port" > "$home/port"
    ssh_settings "$port" > "$home/sshd_config"
    printf '[127.0.0.1]:%s %s\n' "$port" "$(cut -d ' ' -f 1,2 "$home/server.pub")" > "$home/known_hosts"
    # sshd starts itself again for each visitor, so it needs its own absolute path.
    background ssh "$home/log" "$(PATH="$PATH:/usr/sbin" command -v sshd)" -D -f "$home/sshd_config" -E "$home/log"
    ! wait_for ssh 5 || return 0
  done
  return 1
}

ssh_stop() {
  finish ssh
}

ssh_key() {
  [ -f "$state/ssh/$1" ] || ssh-keygen -q -t ed25519 -N '' -C "longshore test: $1" -f "$state/ssh/$1"
}

# ssh_settings PORT
ssh_settings() {
  cat << END
Port $1
ListenAddress 127.0.0.1
HostKey $state/ssh/server
AuthorizedKeysFile $state/ssh/authorized_keys
AllowUsers $(id -un)
PermitRootLogin yes
PermitUserEnvironment yes
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PidFile none
END
}
