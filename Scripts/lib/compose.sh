# shellcheck shell=bash
# docker compose, version 2: the machine's own, or Debian's package unpacked into a folder of ours.
# Needs lib/processes.sh. The folder becomes DOCKER_CONFIG, where the client looks for its plugins.

compose_folder=$state/docker

compose_answers() {
  DOCKER_CONFIG=$compose_folder docker compose version --short
}

compose_start() {
  local package
  mkdir -p "$compose_folder/cli-plugins"
  [ -f "$compose_folder/config.json" ] || echo '{}' > "$compose_folder/config.json"
  package=$(compose_download) || return 1
  dpkg -x "$package" "$state/compose/unpacked"
  find "$state/compose/unpacked" -path '*/cli-plugins/docker-compose' -exec cp {} "$compose_folder/cli-plugins/" ';'
  rm -rf "$state/compose/unpacked" "$package"
  compose_answers > /dev/null 2>&1
}

# compose_download: prints the path of a package that holds the plugin; the system's own packages stay as they are.
compose_download() {
  local folder=$state/compose
  mkdir -p "$folder/lists/partial" "$folder/archives/partial"
  compose_sources > "$folder/sources.list"
  [ -s "$folder/sources.list" ] || return 1
  local apt=(
    apt-get -qq -o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder" -o "Dir::Cache::archives=$folder/archives"
    -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Sandbox::User=
  )
  "${apt[@]}" update > "$folder/log" 2>&1 || return 1
  (cd "$folder" && { "${apt[@]}" download docker-compose-v2 || "${apt[@]}" download docker-compose; } >> log 2>&1)
  find "$folder" -maxdepth 1 -name '*.deb' | head -n 1 | grep .
}

# compose_sources: the mirror this machine already uses, pointed at a release whose package is version 2.
compose_sources() {
  local uri suite component release=trixie keys=/usr/share/keyrings/debian-archive-keyring.gpg signed=
  ! grep -qx 'ID=ubuntu' /etc/os-release || release=
  [ -z "$release" ] || [ ! -f "$keys" ] || signed="[signed-by=$keys]"
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    while read -r uri suite component; do
      case $suite/$component in *-*/* | *[!a-z]*/*) continue ;; esac
      case $component in main | universe) echo "deb $signed $uri ${release:-$suite} $component" ;; esac
    done | sort -u
}
