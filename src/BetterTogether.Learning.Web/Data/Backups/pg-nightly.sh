#!/bin/sh
# Makes a backup each night at 02:30 UTC for as long as it runs, and says what it did: the service "backup" of compose.yaml.
# A backup that fails is tried again every quarter of an hour; a night that was missed is made up for at once.
# Usage: pg-nightly.sh <folder> [how many to keep, 14 by default]; the rest is as for pg-backup.sh.
set -eu
[ $# -ge 1 ] && [ $# -le 2 ] || { echo "Usage: pg-nightly.sh <folder> [how many to keep]" >&2; exit 2; }

until_night() { sleep $(((9000 - $(date +%s) % 86400 + 86399) % 86400 + 1)); } # 02:30 is 9000 seconds into a day

mkdir -p "$1"
rm -f "$1"/learning-*.dump.part # what a stop left behind that came in the middle of one
[ -z "$(find "$1" -name 'learning-*.dump' -mmin -1440)" ] || until_night
while :; do
  until sh "$(dirname "$0")/pg-backup.sh" "$@"; do
    echo "Trying again in a quarter of an hour" >&2
    sleep 900
  done
  until_night
done
