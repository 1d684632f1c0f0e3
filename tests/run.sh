#!/usr/bin/env bash
# `./flow test`: sourced by flow, whose functions and folders it uses. Every runner writes its own log and adds a line
# "name passed failed skipped" to the tally; a runner that ends without counts counts as one failure.
# shellcheck disable=SC2154  # root, work, build and host come from flow
set -euo pipefail

limit=${FLOWSTATE_TEST_MINUTES:-30}

tally() { printf '%s %s %s %s\n' "$@" >>"$tally_file"; }

require_programs() {
  local wanted=()
  command -v redis-server >/dev/null || wanted+=(redis-server)
  [[ $1 == dotnet ]] || find_chromium || wanted+=(chromium)
  [[ ${#wanted[@]} -gt 0 ]] || return 0
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    step "Getting the list of Debian's packages" apt-get update
    step "Installing ${wanted[*]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${wanted[@]}"
    find_chromium || true
  else
    fail "the tests need ${wanted[*]}. Install: sudo apt-get install ${wanted[*]}"
  fi
}

build_tests() {
  host=$build/bin/Flowstate.Host/release/Flowstate.Host.dll
  local project missing=()
  say "Building everything"
  step "  Flowstate.sln" dotnet build "$root/Flowstate.sln" -c Release --artifacts-path "$build" -v quiet -nologo -nodeReuse:false
  for project in "$root"/tests/*.Tests/*.csproj "$root"/tests/Hosts/*/*.csproj; do
    grep -q "$(basename "$project")" "$root/Flowstate.sln" || missing+=("$project")
  done
  for project in "${missing[@]}"; do
    step "  ${project#"$root"/}" dotnet build "$project" -c Release --artifacts-path "$build" -v quiet -nologo -nodeReuse:false
  done
}

# A number of the closing summary, be it xunit's "Total: 12, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0" or the
# "total: 12" lines of Microsoft.Testing.Platform.
count() { sed -E 's/\x1b\[[0-9;]*m//g' "$2" | grep -ioE "(^|[ ,])$1: *[0-9]+" | tail -1 | grep -oE '[0-9]+$' || echo 0; }

run_project() {
  local name=$1 log=$logs/$1.log exit_code=0 passed failed skipped
  timeout "${limit}m" dotnet "$build/bin/$name/release/$name.dll" >"$log" 2>&1 </dev/null || exit_code=$?
  failed=$(($(count Failed "$log") + $(count Errors "$log"))) skipped=$(count Skipped "$log")
  passed=$(($(count Total "$log") - failed - skipped - $(count "Not Run" "$log")))
  # Ending badly with nothing counted as failed, or well with nothing run, is a crash, whatever was counted before it.
  [[ $failed -gt 0 || ($exit_code -eq 0 && $passed -gt 0) ]] || failed=1
  tally "$name" "$passed" "$failed" "$skipped"
  say "  $name: $passed passed, $failed failed"
  [[ $failed -eq 0 ]] || tail -n 200 "$log"
}

run_dotnet() {
  local project
  export -f run_project count tally say
  export build logs limit tally_file
  say "Running the .NET tests"
  for project in "$root"/tests/*.Tests/*.csproj; do basename "$project" .csproj; done |
    xargs -P "$(nproc 2>/dev/null || echo 2)" -I{} bash -c 'run_project {}'
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
  say "  $name: $passed passed, $failed failed"
  [[ $failed -eq 0 ]] || tail -n 200 "$log"
}

run_web() {
  say "Checking the web app"
  cd "$root/web"
  check web-format npx --no-install prettier --check .
  check web-lint npm run --silent lint
  check web-types npx --no-install tsc --noEmit
  check web-size npm run --silent size
  check web-api-drift npm run --silent api:check
  run_counted web-unit "$logs/vitest.json" npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$logs/vitest.json"
}

run_browser() {
  say "Using the product in Chromium"
  cd "$root/web"
  run_counted browser "$logs/playwright.json" env FLOWSTATE_HOST="$host" PLAYWRIGHT_JSON_OUTPUT_NAME="$logs/playwright.json" \
    npx --no-install playwright test --reporter=list,json
}

sum_up() {
  awk '{ passed += $2; failed += $3; skipped += $4 }
    END {
      if (NR == 0 || passed + failed == 0) failed = 1
      printf "%d passed, %d failed", passed, failed
      if (skipped > 0) printf ", %d skipped", skipped
      printf "\n"
      exit failed > 0
    }' "$tally_file"
}

run_parts() {
  local only=$1
  if [[ $only == all || $only == dotnet ]]; then run_dotnet; fi
  if [[ $only != dotnet ]]; then
    # shellcheck source=tests/host.sh
    source "$root/tests/host.sh"
    # The pages are looked at with people in them; the API's document is the same without.
    local data=demo
    [[ $only != web ]] || data=empty
    start_host "$data" || tally host 0 1 0
  fi
  if [[ $only == all || $only == web ]]; then run_web; fi
  if [[ $only == all || $only == browser ]]; then run_browser; fi
}

run_tests() {
  local only=all
  if [[ ${1:-} == --only ]]; then
    only=${2:-}
    [[ $only =~ ^(dotnet|web|browser)$ ]] || fail "--only takes dotnet, web or browser"
  fi
  require_writable
  require_dotnet
  require_node
  lock
  require_programs "$only"
  logs=$work/test-logs tally_file=$work/tally
  rm -rf "$logs" && mkdir -p "$logs" && : >"$tally_file"
  install_packages src/Host/postgres
  if [[ $only != dotnet ]]; then
    install_packages web
    build_web
  fi
  if [[ $only == all || $only == dotnet ]]; then build_tests; else build_host; fi
  # The lock is held to the end: a second run would build over what this one tests and write into its tally. Only the
  # shell keeps it, for what the tests start may outlive them.
  run_parts "$only" 9>&-
  sum_up
}
