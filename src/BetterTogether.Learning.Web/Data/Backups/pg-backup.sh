#!/bin/sh
# Makes a backup of the product's PostgreSQL database and keeps the newest ones; for a nightly job.
# Usage: pg-backup.sh <folder> [how many to keep, 14 by default]
# Which database: PGHOST, PGPORT, PGUSER, PGDATABASE, and PGPASSWORD or a password file, as for psql.
# pg_dump must not be older than the server. Exit codes: 0 made and checked, 1 not, or an old one could not be deleted, 2 not understood.
set -eu
[ $# -ge 1 ] && [ $# -le 2 ] || { echo "Usage: pg-backup.sh <folder> [how many to keep]" >&2; exit 2; }
folder=$1 keep=${2:-14}
case $keep in '' | *[!0-9]* | 0*) echo "How many to keep is a number from 1 on, without a zero before it" >&2; exit 2 ;; esac

umask 077 # people's names are in it
mkdir -p "$folder"
file=$folder/learning-$(date -u +%Y%m%dT%H%M%SZ).dump
part=$file.part
trap 'rm -f "$part"' EXIT
trap 'exit 1' HUP INT TERM # a shell that a signal ends does nothing at its exit

fail() { echo "No backup was made: $1" >&2; exit 1; }

# One snapshot of the whole database, whatever is booked meanwhile.
pg_dump --format=custom --no-owner --no-privileges --file="$part" || fail "pg_dump failed, it says why above"
# Reads every row of it back, into nowhere: a dump that was cut short fails here and not on the day it is needed.
pg_restore --file=/dev/null "$part" || fail "the dump cannot be read back"
# An empty database makes a sound dump too, and fourteen of those would push out every good one.
holds=$(pg_restore --list "$part") || fail "the dump cannot be read back"
for table in __EFMigrationsHistory people; do
  echo "$holds" | grep " TABLE DATA [^ ]* $table " >/dev/null || fail "there is no table $table. Is PGDATABASE the product's database?"
done
sync "$part"
mv "$part" "$file"
echo "Backup made and checked: $file"

# Only finished backups match, and they come by name, which is by time. What stands before the one just made is older; names
# from the future, left by a clock that was wrong, are not counted.
day=[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9] time=[0-9][0-9][0-9][0-9][0-9][0-9]
set --
for old in "$folder"/learning-${day}T${time}Z.dump; do
  [ "$old" != "$file" ] || break
  set -- "$@" "$old"
done
while [ $# -ge "$keep" ]; do
  rm "$1" || { echo "An old backup stays: $1" >&2; exit 1; }
  shift
done
