# Keeps one PostgreSQL for as long as its standard input stays open, then stops it and deletes its folder.
#   keeper BIN SETTING...     commands on standard input: start PORT | stop
#   answers on standard output: "folder PATH" once, then "up PID" or "down" for each command
# The server is this shell's grandchild, not a daemon: somebody must collect it when it ends, and in a container
# process 1 often does not.
bin=$1
shift
settings=
for setting in "$@"; do settings="$settings -c $setting"; done

folder=$(mktemp -d "${TMPDIR:-/tmp}/carillon-postgres.XXXXXX") || exit 1
data=$folder/data
log=$folder/log

# No sync here: a folder that the machine's crash destroys was a test's anyway. The server itself syncs.
create() {
  [ -e "$data/PG_VERSION" ] || "$bin/initdb" -D "$data" -U carillon -A trust -E UTF8 --locale=C --no-sync >>"$log" 2>&1
}

start() { # PORT
  wait
  rm -f "$folder/ended" "$data/postmaster.pid"
  # shellcheck disable=SC2086 # the settings are words
  (
    "$bin/postgres" -D "$data" -c "port=$1" $settings </dev/null >>"$log" 2>&1
    : >"$folder/ended"
  ) &
  until [ -e "$folder/ended" ] || grep -q '^ready' "$data/postmaster.pid" 2>/dev/null; do sleep 0.05; done
  [ ! -e "$folder/ended" ]
}

stop() { # MODE
  [ ! -e "$data/postmaster.pid" ] || "$bin/pg_ctl" stop -D "$data" -m "$1" -t 30 >>"$log" 2>&1
  wait
}

trap 'stop immediate; rm -rf "$folder"' EXIT
trap 'exit 0' TERM HUP
trap '' INT
echo "folder $folder"

while read -r command port; do
  case $command in
    start) if create && start "$port"; then echo "up $(head -n 1 "$data/postmaster.pid")"; else echo down; fi ;;
    stop) stop fast; echo down ;;
  esac
done
