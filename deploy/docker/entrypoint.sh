#!/bin/sh
# Every secret file that is named like a setting becomes that setting: ConnectionStrings__Flowstate, for example.
# It ends up in this process's environment, which only its own user and root can read.
set -eu

for file in "${FLOWSTATE_SECRETS:-/run/secrets}"/*__*; do
  [ -f "$file" ] || continue
  export "$(basename "$file")=$(cat "$file")"
done

exec dotnet Flowstate.Host.dll "$@"
