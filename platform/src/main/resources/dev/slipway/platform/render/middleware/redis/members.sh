# What the scripts know of the members; passwords go by standard input, where no list of processes shows them.
password_file=/etc/slipway/secrets/redis-password
# While the password is rotated there is a second one; whoever asks says all, of which one is taken.
password_files() { local file; for file in "$password_file" "$password_file".{next,previous}; do [ ! -e "$file" ] || echo "$file"; done; }
sentinel_file=/data/sentinel.conf
group=slipway
sentinel_port=26379
myself=$HOSTNAME.${MEMBERS_DOMAIN:-}

sign_in() { local file; for file in $(password_files); do printf 'AUTH %s\n' "$(<"$file")"; done; }

ask() { # HOST PORT COMMAND...
  local host=$1 port=$2
  shift 2
  { sign_in; echo "$*"; } | timeout 3 redis-cli -h "$host" -p "$port" 2>/dev/null | tail -n +$(($(sign_in | wc -l) + 1))
}

# The users of a server or a sentinel, as lines of its file.
users() {
  local file passwords=
  for file in $(password_files); do passwords+=" \">$(<"$file")\""; done
  echo "user default on$passwords ~* &* +@all"
  # For the probes, which go on while the password changes: it may ask whether the server answers, nothing else.
  echo "user probe on nopass +ping"
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
