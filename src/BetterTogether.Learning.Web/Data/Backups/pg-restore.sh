#!/bin/sh
# Fills an EMPTY PostgreSQL database from a backup of pg-backup.sh, all of it or nothing. The old database is left alone:
# make a new one (createdb), restore into it, then point ConnectionStrings__Learning at it.
# Usage: pg-restore.sh <file>
# Which database: PGHOST, PGPORT, PGUSER, PGDATABASE, and PGPASSWORD or a password file, as for psql.
# Exit codes: 0 restored, 1 not, and nothing was changed, 2 not understood.
set -eu
[ $# -eq 1 ] || { echo "Usage: pg-restore.sh <file>" >&2; exit 2; }
file=$1

fail() { echo "Nothing was restored: $1" >&2; exit 1; }

[ -f "$file" ] || fail "there is no file $file"
tables=$(psql --no-psqlrc -qtA -v ON_ERROR_STOP=1 -c "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'") || fail "the database cannot be reached"
[ "$tables" = 0 ] || fail "the database holds $tables tables already. Give it an empty one"
pg_restore --file=/dev/null "$file" || fail "the backup cannot be read"
pg_restore --dbname="${PGDATABASE:?name the database to restore into}" --single-transaction --exit-on-error --no-owner --no-privileges "$file" || fail "pg_restore failed, it says why above"
echo "Restored $file into ${PGDATABASE}."
