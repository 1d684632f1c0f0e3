#!/usr/bin/env bash
# Sourced by flow: a host of its own, on a free port and an empty data folder, for what needs a running product.
# shellcheck disable=SC2154  # root, work and host come from flow
set -euo pipefail

host_pid='' host_data=''

stop_host() {
  [[ -z $host_pid ]] || { kill "$host_pid" && wait "$host_pid"; } 2>/dev/null || true
  [[ -z $host_data ]] || rm -rf "$host_data"
  host_pid='' host_data=''
}

# start_host empty|demo [LOG]: sets FLOWSTATE_URL, and with demo data FLOWSTATE_MAIL and FLOWSTATE_PASSWORD.
# Answers 1, with the host's own words on standard error, when there is none.
start_host() {
  local log=${2:-$work/host.log} told port
  host_data=$(mktemp -d "${TMPDIR:-/tmp}/flowstate-host-XXXXXX")
  # PostgreSQL, which is another user where we are root, passes through it.
  chmod 755 "$host_data"
  export Flowstate__DataDirectory=$host_data/data
  unset ConnectionStrings__Flowstate ConnectionStrings__Redis
  # The browser's tests all sign in as the same few people.
  export Identity__AttemptsPerMinute=100
  # A quarter of the work for each of very many passwords.
  export Identity__BcryptCost=10
  trap stop_host EXIT
  cd "$root/src/Host"
  if [[ $1 == demo ]]; then
    told=$(dotnet "$host" demo 2>"$log") || { cat "$log" >&2 && return 1; }
    [[ $told =~ Sign\ in\ as\ ([^ ]+)\ with\ the\ password\ ([^ ]+) ]] || { say "$told" >&2 && return 1; }
    export FLOWSTATE_MAIL=${BASH_REMATCH[1]} FLOWSTATE_PASSWORD=${BASH_REMATCH[2]}
  fi
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  export FLOWSTATE_URL=http://localhost:$port
  dotnet "$host" --urls "$FLOWSTATE_URL" >"$log" 2>&1 &
  host_pid=$!
  local waited=0
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    if ! kill -0 "$host_pid" 2>/dev/null || [[ $((waited += 1)) -gt 600 ]]; then
      cat "$log" >&2 && return 1
    fi
    sleep 0.2
  done
}
