#!/usr/bin/env bash
# `./flow test`: sourced by flow, whose functions and folders it uses. Every lane writes its own logs and adds lines
# "name passed failed skipped" to the tally; a runner that ends without counts counts as one failure.
# shellcheck disable=SC2154  # root, work, build and host come from flow
set -euo pipefail

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

# What failed is named once more at the end, where one looks first.
name_failures() {
  local failed
  failed=$(awk '$3 > 0 { print $1 }' "$tally_file")
  [[ -n $failed ]] || return 0
  say "Failed:" && sed 's/^/  /' <<<"$failed"
  grep -rhE --include='*.log' '\[FAIL\]|^ +[0-9]+\) \[|^ *FAIL ' "$logs" | sort -u | head -n 40 || true
}

sum_up() {
  name_failures
  awk '{ passed += $2; failed += $3; skipped += $4 }
    END {
      if (NR == 0 || passed + failed == 0) failed = 1
      printf "%d passed, %d failed", passed, failed
      if (skipped > 0) printf ", %d skipped", skipped
      printf "\n"
      exit failed > 0
    }' "$tally_file"
}

# The slowest first, so that none is left to run alone at the end.
lanes() {
  local slow=(Flowstate.System.Tests Flowstate.Contacts.Tests)
  if [[ $1 == all || $1 == dotnet ]]; then printf '%s\n' "${slow[0]}"; fi
  if [[ $1 == all || $1 == browser ]]; then printf '%s\n' browser-desktop browser-phone; fi
  if [[ $1 == all || $1 == dotnet ]]; then
    printf '%s\n' "${slow[1]}"
    for project in "$root"/tests/*.Tests/*.csproj; do basename "$project" .csproj; done |
      grep -vxF -e "${slow[0]}" -e "${slow[1]}"
  fi
  if [[ $1 == all || $1 == web ]]; then echo web; fi
}

run_lanes() {
  local at_once
  at_once=$(nproc 2>/dev/null || echo 2)
  export root work build host logs tally_file
  export -f say tally
  say "Running $(lanes "$1" | wc -l) lanes of tests, $at_once at a time"
  lanes "$1" | xargs -P "$at_once" -n 1 bash "$root/tests/lane.sh" || tally lanes 0 1 0
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
  run_lanes "$only" 9>&-
  sum_up
}
