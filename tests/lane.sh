#!/usr/bin/env bash
# One lane of `./flow test`, run beside others: a test project by its name, the checks of the web app, or the browser on
# one kind of device. Each starts what it needs itself. Called by run.sh, which exports root, work, build, host, logs,
# tally_file and the functions say and tally.
set -euo pipefail

name=$1
limit=${FLOWSTATE_TEST_MINUTES:-30}

# A number of the closing summary, be it xunit's "Total: 12, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0" or the
# "total: 12" lines of Microsoft.Testing.Platform.
count() { sed -E 's/\x1b\[[0-9;]*m//g' "$2" | grep -ioE "(^|[ ,])$1: *[0-9]+" | tail -1 | grep -oE '[0-9]+$' || echo 0; }

run_project() {
  local log=$logs/$name.log exit_code=0 passed failed skipped
  timeout "${limit}m" dotnet "$build/bin/$name/release/$name.dll" >"$log" 2>&1 </dev/null || exit_code=$?
  failed=$(($(count Failed "$log") + $(count Errors "$log"))) skipped=$(count Skipped "$log")
  passed=$(($(count Total "$log") - failed - skipped - $(count "Not Run" "$log")))
  # Ending badly with nothing counted as failed, or well with nothing run, is a crash, whatever was counted before it.
  [[ $failed -gt 0 || ($exit_code -eq 0 && $passed -gt 0) ]] || failed=1
  tally "$name" "$passed" "$failed" "$skipped"
  say "  $name: $passed passed, $failed failed, ${SECONDS} s"
  [[ $failed -eq 0 ]] || tail -n 200 "$log"
}

# A check passes or fails as one.
check() {
  local name=$1 log=$logs/$1.log
  shift
  if timeout "${limit}m" "$@" >"$log" 2>&1 </dev/null; then
    tally "$name" 1 0 0 && say "  $name: passed"
  else
    tally "$name" 0 1 0 && say "  $name: failed" && tail -n 100 "$log"
  fi
}

# Runs a JavaScript test runner that writes its counts as JSON.
run_counted() {
  local name=$1 counts=$2 log=$logs/$1.log exit_code=0 numbers
  shift 2
  rm -f "$counts"
  timeout "${limit}m" "$@" >"$log" 2>&1 </dev/null || exit_code=$?
  numbers=$(node -e '
    const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")), s = r.stats
    const n = s ? [s.expected + s.flaky, s.unexpected, s.skipped]
                : [r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests]
    console.log(n.join(" "))' "$counts" 2>/dev/null) || numbers="0 0 0"
  read -r passed failed skipped <<<"$numbers"
  [[ $failed -gt 0 || ($exit_code -eq 0 && $passed -gt 0) ]] || failed=1
  tally "$name" "$passed" "$failed" "$skipped"
  say "  $name: $passed passed, $failed failed, ${SECONDS} s"
  [[ $failed -eq 0 ]] || tail -n 200 "$log"
}

# The pages are looked at with people in them; the API's document is the same without.
serve() {
  # shellcheck source=tests/host.sh
  source "$root/tests/host.sh"
  start_host "$1" "$logs/host-$name.log" || tally "host of $name" 0 1 0
  cd "$root/web"
}

run_web() {
  serve empty
  check web-format npx --no-install prettier --check .
  check web-lint npm run --silent lint
  check web-types npx --no-install tsc --noEmit
  check web-size npm run --silent size
  check web-api-drift npm run --silent api:check
  run_counted web-unit "$logs/vitest.json" npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$logs/vitest.json"
}

# A host of its own for each device: they change the same settings and the same few people.
run_browser() {
  serve demo
  run_counted "$name" "$logs/$name.json" env FLOWSTATE_HOST="$host" PLAYWRIGHT_JSON_OUTPUT_NAME="$logs/$name.json" \
    npx --no-install playwright test --project="$1" --output="$logs/$name" --reporter=list,json
}

case $name in
  web) run_web ;;
  browser-*) run_browser "${name#browser-}" ;;
  *) run_project ;;
esac
