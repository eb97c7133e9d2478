# shellcheck shell=bash
# docker compose, version 2: Debian's packages unpacked into folders of ours, the system's own stay as they are.
# Needs lib/processes.sh. One folder becomes DOCKER_CONFIG, where the client looks for its plugins: what deploys. Another
# holds a later release, which needs no engine: what `longshore config` is compared with.

compose_folder=$state/docker

compose_answers() {
  DOCKER_CONFIG=$compose_folder docker compose version --short
}

compose_start() {
  mkdir -p "$compose_folder/cli-plugins"
  [ -f "$compose_folder/config.json" ] || echo '{}' > "$compose_folder/config.json"
  compose_unpack "$state/compose" trixie "$compose_folder/cli-plugins"
  compose_answers > /dev/null 2>&1
}

reference=$state/reference/docker-compose

reference_answers() {
  "$reference" version --short | grep -E '^2\.(4[0-9]|[5-9][0-9])'
}

reference_start() {
  compose_unpack "$state/reference" sid "$state/reference"
  reference_answers > /dev/null 2>&1
}

# compose_unpack FOLDER RELEASE TARGET: puts the plugin of a release of Debian into TARGET; FOLDER is for the download.
compose_unpack() {
  local package
  package=$(compose_download "$1" "$2") || return 1
  dpkg -x "$package" "$1/unpacked"
  find "$1/unpacked" -path '*/cli-plugins/docker-compose' -exec cp {} "$3/" ';'
  rm -rf "$1/unpacked" "$package"
}

# compose_download FOLDER RELEASE: prints the path of a package that holds the plugin.
compose_download() {
  local folder=$1
  mkdir -p "$folder/lists/partial" "$folder/archives/partial"
  compose_sources "$2" > "$folder/sources.list"
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

# compose_sources RELEASE: the mirror this machine already uses, pointed at a release whose package is version 2.
compose_sources() {
  local uri suite component release=$1 keys=/usr/share/keyrings/debian-archive-keyring.gpg signed=
  ! grep -qx 'ID=ubuntu' /etc/os-release || release=
  [ -z "$release" ] || [ ! -f "$keys" ] || signed="[signed-by=$keys]"
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    while read -r uri suite component; do
      case $suite/$component in *-*/* | *[!a-z]*/*) continue ;; esac
      case $component in main | universe) echo "deb $signed $uri ${release:-$suite} $component" ;; esac
    done | sort -u
}
