#!/bin/sh
# Makes the secrets of docker-compose.yml in deploy/secrets, once; what is there stays.
# The folder is yours alone. The files in it can be read by everybody, since the containers' users are not you.
set -eu

cd -- "$(dirname -- "$0")"
mkdir -p secrets
chmod 0700 secrets
cd secrets
umask 022

fresh() { openssl rand -hex 24; }
write() { [ -f "$1" ] || printf '%s' "$2" >"$1"; }

write postgres_password "$(fresh)"
[ -f redis_auth ] || printf 'requirepass %s\n' "$(fresh)" >redis_auth
write connection_flowstate "Host=postgres;Database=flowstate;Username=flowstate;Password=$(cat postgres_password)"
write connection_redis "redis:6379,password=$(cut -d' ' -f2 redis_auth)"
[ -f signing_key.pem ] || openssl ecparam -name prime256v1 -genkey -noout -out signing_key.pem
chmod 0644 -- *
echo "deploy/secrets is ready: keep a copy somewhere safe, and never commit it."
