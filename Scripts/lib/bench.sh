# shellcheck shell=bash
# What Scripts/bench measures with: programs that parse a pack of files, in turns, and what is made of their numbers.
# Needs $programs, $rivals, $python and $work. Each program prints bytes, nodes and nanoseconds.

# parser NAME PACK PASSES
parser() {
  case $1 in
    libyaml | yams) "$programs/parse-$1" "$2" "$3" ;;
    compose-model) "$programs/measure-compose-model" "$2" "$3" ;;
    pyyaml | ruamel) "$python" "$rivals/parse-$1" "$2" "$3" ;;
  esac
}

# pack_of WORKLOAD PARSER: the Python programs get fewer files of the same kind, so that a round ends.
pack_of() {
  case $2 in
    pyyaml | ruamel) echo "$work/$1-few.pack" ;;
    *) echo "$work/$1.pack" ;;
  esac
}

# passes_of PARSER: as many as the slow ones allow.
passes_of() {
  case $1 in
    compose-model) echo $((passes * 3)) ;;
    libyaml) echo "$passes" ;;
    *) echo 1 ;;
  esac
}

# take_turns: one round of every parser over every workload; a line each in $work/WORKLOAD-PARSER.
take_turns() {
  local workload name
  for workload in tree big; do
    for name in "${parsers[@]}"; do
      parser "$name" "$(pack_of "$workload" "$name")" "$(passes_of "$name")" >> "$work/$workload-$name" ||
        world_failed "$name can't parse the workload $workload" "read what it says above"
    done
  done
}

# same_work: fails when programs that read the same pack saw other bytes or nodes in it.
same_work() {
  local workload name few
  for workload in tree big; do
    few=$(parser libyaml "$work/$workload-few.pack" 1 | cut -d ' ' -f 1,2)
    for name in "${parsers[@]}"; do
      case $name in
        pyyaml | ruamel) expect_counts "$workload" "$name" "$few" ;;
        *) expect_counts "$workload" "$name" "$(head -n 1 "$work/$workload-libyaml" | cut -d ' ' -f 1,2)" ;;
      esac
    done
  done
}

# expect_counts WORKLOAD PARSER COUNTS
expect_counts() {
  local seen
  seen=$(cut -d ' ' -f 1,2 "$work/$1-$2" | sort -u)
  [ "$seen" = "$3" ] && return
  warn "$1: $2 saw $seen bytes and nodes, libyaml $3"
  exit 1
}

# median: of the numbers on standard input.
median() { sort -g | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

# ratio WORKLOAD PARSER OTHER: how many times as fast as OTHER it is, a byte, the median over the rounds.
ratio() {
  paste -d ' ' "$work/$1-$2" "$work/$1-$3" | awk '{ print ($6 / $4) / ($3 / $1) }' | median
}

# speed WORKLOAD PARSER: MB/s.
speed() { awk '{ print $1 / $3 * 1000 }' "$work/$1-$2" | median; }

# cell WORKLOAD PARSER
cell() { printf '%.3g × (%.3g MB/s)' "$(ratio "$1" "$2" libyaml)" "$(speed "$1" "$2")"; }

# speeds: the table of all parsers.
speeds() {
  local workload name row
  echo "| workload | ComposeModel | libyaml in C | Yams | PyYAML, C loader | ruamel.yaml |"
  echo "|---|---|---|---|---|---|"
  for workload in tree big; do
    row="| parse $workload, $(head -n 1 "$work/$workload-libyaml" | awk '{ printf "%.2f", $1 / 1e6 }') MB |"
    for name in "${parsers[@]}"; do row+=" $(cell "$workload" "$name") |"; done
    echo "$row"
  done
}

# line WHAT VALUE COMPARISON TARGET: a row with whether it is met.
line() {
  printf '| %s | %.3g | %s %s | %s |\n' "$1" "$2" "$3" "$4" \
    "$(awk -v value="$2" -v target="$4" -v want="$3" 'BEGIN {
      met = want == "≥" ? value >= target : want == "≤" ? value <= target : value < target
      print met ? "yes" : "**no**" }')"
}

# of_time NUMERATOR-FILE: the medians of its second number over its first.
of_time() { awk '{ print $2 / $1 }' "$1" | median; }

# diff_ratio FILE: a diff's time over libyaml's for both trees, in the same round.
diff_ratio() { paste -d ' ' "$1" "$work/tree-libyaml" | awk '{ print $1 / (2 * $NF) }' | median; }

# targets: what was promised, and what was measured.
targets() {
  echo "| what | measured | target | met |"
  echo "|---|---|---|---|"
  line "parse tree: libyaml's time ÷ ours" "$(ratio tree compose-model libyaml)" ≥ 7
  line "parse big: libyaml's time ÷ ours" "$(ratio big compose-model libyaml)" ≥ 7
  line "parse tree: Yams' time ÷ ours" "$(ratio tree compose-model yams)" ≥ 60
  line "parse big: Yams' time ÷ ours" "$(ratio big compose-model yams)" ≥ 60
  line "save after one edit ÷ parse, big file" "$(of_time "$work/save-big")" ≤ 1.3
  line "save after one edit ÷ parse, small files" "$(of_time "$work/save-tree")" ≤ 1.3
  line "diff of two trees, 1 % of the files changed, parsing included ÷ libyaml parsing both" \
    "$(diff_ratio "$work/diff-files")" \< 0.1
  line "the same, 1 % of all values changed ($(head -n 1 "$work/diff-values" | cut -d ' ' -f 2) files)" \
    "$(diff_ratio "$work/diff-values")" \< 0.1
  line "peak memory of an open document ÷ its source" "$(of_time "$work/memory")" ≤ 3
}

# config_turns RUNS: `longshore config` and `docker compose config`, whole processes, in turns; a line of both times in
# microseconds in $work/config-SIZE. Needs $longshore, and $compose, which may be empty.
config_turns() {
  local size run ours theirs
  [ -n "$compose" ] || return 0
  for size in small large; do
    for ((run = 0; run <= $1; run++)); do
      ours=$(microseconds "$longshore" config --file "$work/config-$size.yaml" --no-consistency)
      theirs=$(microseconds "$compose" --file "$work/config-$size.yaml" config --no-consistency)
      # The first of each is for the caches.
      [ "$run" = 0 ] || echo "$theirs $ours" >> "$work/config-$size"
    done
  done
}

# microseconds COMMAND…: what it takes.
microseconds() {
  local began=${EPOCHREALTIME/./}
  DB_PASSWORD=secret "$@" > "$work/printed" || world_failed "$1 can't load its workload" "read what it says above"
  [ -s "$work/printed" ] || world_failed "$1 printed nothing"
  echo $((${EPOCHREALTIME/./} - began))
}

# loading_targets: what was promised of loading, and what was measured.
loading_targets() {
  echo "| what | measured | target | met |"
  echo "|---|---|---|---|"
  line "load and print $(awk '{ printf "%.2f", $1 / 1e6 }' "$work/load-tree" | head -n 1) MB of stacks on one core, MB/s" \
    "$(awk '{ print $1 / $2 * 1000 }' "$work/load-tree" | median)" ≥ 25
  line "load and print one project of $large_services services, ms" "$(awk '{ print $2 / 1e6 }' "$work/load-large" | median)" \< 20
  line "load the $files stacks of the tree on all cores, s" "$(awk '{ print $3 / 1e9 }' "$work/load-tree" | median)" \< 1
  if [ -n "$compose" ]; then
    line "\`longshore config\` ÷ \`docker compose config\`, whole processes, a small file" "$(of_time "$work/config-small")" ≤ 0.2
    line "the same, $large_services services" "$(of_time "$work/config-large")" ≤ 0.2
  else
    echo
    echo "Not compared with \`docker compose config\`, which isn't there: run \`eval \"\$(Scripts/services env)\"\` first."
  fi
}

# linearity: time a byte for each size.
linearity() {
  awk '{ sizes = sizes sprintf(" %s |", $1 < 1e6 ? sprintf("%.0f KB", $1 / 1e3) : sprintf("%.0f MB", $1 / 1e6))
         times = times sprintf(" %.2f |", $2 / $1); rule = rule "---|" }
    END { print "| size |" sizes; print "|---|" rule; print "| ns a byte |" times }' "$work/linear"
}

# on_cores: the tree in parallel.
on_cores() {
  awk 'NR == 1 { one = $2 } { tasks = tasks sprintf(" %d |", $1); times = times sprintf(" %.2f ms |", $2 / 1e6)
         gains = gains sprintf(" %.2f × |", one / $2); rule = rule "---|" }
    END { print "| tasks |" tasks; print "|---|" rule; print "| whole tree |" times; print "| speed-up |" gains }' "$work/cores"
}

# instructions PROGRAM PACK: how many one pass takes, as callgrind counts them.
instructions() {
  local runs counts=()
  for runs in 1 2; do
    counts+=("$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" "$2" "$runs" 2>&1 |
      awk '/Collected/ { print $NF }')")
  done
  # One pass needs no other before it, two have one that doesn't count.
  echo $(((counts[1] - counts[0]) / 2))
}
