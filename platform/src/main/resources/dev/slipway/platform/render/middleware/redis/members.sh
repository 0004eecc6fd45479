# What the scripts know of the members; passwords go by standard input, where no list of processes shows them.
password_file=/etc/slipway/secrets/redis-password
sentinel_file=/data/sentinel.conf
group=slipway
sentinel_port=26379
myself=$HOSTNAME.${MEMBERS_DOMAIN:-}

ask() { # HOST PORT COMMAND...
  local host=$1 port=$2
  shift 2
  { printf 'AUTH %s\n' "$(<"$password_file")"; echo "$*"; } | timeout 3 redis-cli -h "$host" -p "$port" 2>/dev/null | tail -n +2
}

# The sentinels know; when none of them runs, the last known primary; at the very first start the first member.
known_primary() {
  local member told
  for member in $MEMBERS; do
    told=$(ask "$member" "$sentinel_port" SENTINEL get-master-addr-by-name "$group" | head -n 1) || true
    if [[ $told == *.* ]]; then echo "$told"; return; fi
  done
  told=$(sed -n "s/^sentinel monitor $group \([^ ]*\) .*/\1/p" "$sentinel_file" 2>/dev/null) || true
  echo "${told:-${MEMBERS%% *}}"
}
