# shellcheck shell=bash
# Ports on the loopback address.

# listens PORT: whether something on this machine answers there.
listens() {
  (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null
}

# free_port: one on which nothing listens.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && listens "$port"; do :; done
  echo "$port"
}
