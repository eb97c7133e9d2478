# shellcheck shell=bash
# How the demo tells its story: chapters, what a narrator says, and commands with what they answer, all on standard
# output. A command that ends otherwise than the story needs ends the story.

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  chapter_colour=$'\e[1;36m' prompt_colour=$'\e[1m' tale_colour=$'\e[2m' no_colour=$'\e[0m'
else
  chapter_colour='' prompt_colour='' tale_colour='' no_colour=''
fi

chapters=0

# chapter TITLE
chapter() {
  chapters=$((chapters + 1))
  printf '\n%s%d. %s%s\n' "$chapter_colour" "$chapters" "$1" "$no_colour"
}

# tell TEXT: a line of the story.
tell() { printf '%s%s%s\n' "$tale_colour" "$1" "$no_colour"; }

# shown COMMAND…: as somebody would type it.
shown() {
  local word line=
  for word in "$@"; do
    if [[ $word =~ ^[A-Za-z0-9_./:=@+,-]+$ ]]; then line+=" $word"; else line+=" '$word'"; fi
  done
  echo "${line# }"
}

# as WHO STATUS COMMAND…: runs it in WHO's clone, shown after WHO's prompt. STATUS is what it has to end with.
as() {
  local who=$1 wanted=$2 status=0
  shift 2
  printf '\n%s%s$ %s%s\n' "$prompt_colour" "$who" "$(shown "$@")" "$no_colour"
  (cd "$stage/$who" && "$@" 2>&1) || status=$?
  expect "$status" "$wanted"
}

# briefly WHO STATUS COMMAND…: the same, but lines that say `unchanged` or `left` are only counted.
briefly() {
  local who=$1 wanted=$2 status=0
  shift 2
  printf '\n%s%s$ %s%s\n' "$prompt_colour" "$who" "$(shown "$@")" "$no_colour"
  (cd "$stage/$who" && "$@" 2>&1) > "$stage/answer" || status=$?
  awk '$1 == "unchanged" || $1 == "left" { count[$1]++; next } { print }
    END { for (word in count) print "…          " count[word] " lines that say " word }' "$stage/answer"
  expect "$status" "$wanted"
}

# expect STATUS WANTED
expect() {
  [ "$1" = "$2" ] ||
    world_failed "the command above ended with $1, the story needs $2" "run Scripts/test, or report this"
}
