#!/bin/sh
# Makes the secrets of docker-compose.yml in deploy/secrets, once; what is there stays, but for files that are empty.
# The folder is yours alone. The files in it can be read by everybody, since the containers' users are not you.
set -eu

cd -- "$(dirname -- "$0")"
command -v openssl >/dev/null || { echo "deploy/secrets.sh needs openssl: install it, then run this again." >&2 && exit 1; }
mkdir -p secrets
chmod 0700 secrets
cd secrets
umask 022

# write FILE FORMAT VALUE DERIVED: DERIVED was made from an older FILE and is made anew with it.
write() {
  [ -s "$1" ] && return
  # shellcheck disable=SC2059  # the format is ours
  printf "$2" "$3" >"$1"
  [ $# -lt 4 ] || rm -f -- "$4"
}

# Assigned first: where a value is made within a command's arguments, its failure would go unseen.
postgres=$(openssl rand -hex 24)
redis=$(openssl rand -hex 24)
write postgres_password '%s' "$postgres" connection_flowstate
# Where openssl was missing, this script once wrote the word without a password.
[ -n "$(cut -s -d' ' -f2 redis_auth 2>/dev/null)" ] || rm -f redis_auth
write redis_auth 'requirepass %s\n' "$redis" connection_redis
postgres=$(cat postgres_password)
redis=$(cut -d' ' -f2 redis_auth)
write connection_flowstate 'Host=postgres;Database=flowstate;Username=flowstate;Password=%s' "$postgres"
write connection_redis 'redis:6379,password=%s' "$redis"
sealing=$(openssl rand -base64 32)
write sealing_key '%s' "$sealing"
[ -s signing_key.pem ] || openssl ecparam -name prime256v1 -genkey -noout -out signing_key.pem
chmod 0644 -- *
echo "deploy/secrets is ready: keep a copy somewhere safe, and never commit it."
