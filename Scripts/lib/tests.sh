# shellcheck shell=bash
# What a run of `swift test` said: the lines worth reading, and what it left out.

# readable: drops the lines that only say a test began or passed, and the closing line, which is printed last of all.
readable() {
  grep --line-buffered -vE '^◇ |^✔ Test (case|"|[^ ]+\()|^(✔|✘) Test run with ' || true
}

# closing_line LOG: swift test's own last word, with its counts.
closing_line() {
  grep -E '^(✔|✘) Test run with ' "$1" | tail -n 1 | grep .
}

# failed_tests LOG: one line for each test that failed; fails when there is none.
failed_tests() {
  grep -E '^✘ Test ' "$1" | grep -vE '^✘ Test (run with|case) | recorded an issue ' | sort
}

# skipped_tests EVENTS: one line for each test that didn't run, its module and the reason, from an event stream.
skipped_tests() {
  jq -r '
    select(.kind == "event") | .payload
    | select(.kind == "testSkipped" or (.kind == "testEnded" and .messages[0].symbol == "skip"))
    | select(.testID | test(":[0-9]+:[0-9]+$"))
    | (.testID | split(".")[0]) + ": " + .messages[0].text
  ' "$1" | sort
}
