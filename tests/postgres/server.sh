#!/usr/bin/env bash
# A PostgreSQL of its own for the tests, in a temporary folder, run by an ordinary user, reached by a socket only.
#   eval "$(tests/postgres/server.sh start)"   sets HOMEROOM_TEST_POSTGRES and HOMEROOM_TEST_POSTGRES_FOLDER
#   tests/postgres/server.sh stop              ends it and removes the folder
set -euo pipefail

# Debian keeps the programs out of the path.
for bin in /usr/lib/postgresql/*/bin; do PATH="$bin:$PATH"; done

# PostgreSQL refuses to run as root.
as_user() { if [ "$(id -u)" = 0 ]; then runuser -u "$user" -- env PATH="$PATH" "$@"; else "$@"; fi }
user=$(id -un)
if [ "$(id -u)" = 0 ]; then user=$(id -un postgres 2>/dev/null || echo nobody); fi

start() {
  folder=$(mktemp -d /tmp/homeroom-postgres-XXXXXX)
  if [ "$(id -u)" = 0 ]; then chown "$user" "$folder"; fi
  {
    as_user initdb -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync
    # Nothing here outlives the test: it need not reach the disk. A school is some three hundred relations.
    as_user pg_ctl -D "$folder/data" -w -l "$folder/log" start -o "-c listen_addresses='' -c unix_socket_directories='$folder' \
      -c fsync=off -c full_page_writes=off -c max_connections=200 -c max_locks_per_transaction=512 -c shared_buffers=256MB"
    as_user psql -q -h "$folder" -U postgres -v ON_ERROR_STOP=1 -f - < "$(dirname "$0")/prepare.sql"
  } >"$folder.out" 2>&1 || { cat "$folder.out" "$folder/log" >&2; exit 1; }
  mv "$folder.out" "$folder/out"
  echo "export HOMEROOM_TEST_POSTGRES_FOLDER='$folder'"
  echo "export HOMEROOM_TEST_POSTGRES='postgres://homeroom@${folder//\//%2F}/homeroom'"
}

stop() {
  folder=${HOMEROOM_TEST_POSTGRES_FOLDER:?nothing was started}
  as_user pg_ctl -D "$folder/data" -m immediate stop >/dev/null
  rm -rf "$folder"
}

"$1"
