# shellcheck shell=bash
# Does Sentinel's dashboard take its generated password and no other, and keep it to itself? Sourced by 'run'.

# Through a tunnel, as a user comes to it: its image need not have a program to ask with.
dashboard_ask() { # PATH CURL-OPTION...
  local path=$1 lines line tunnel status
  shift
  exec {lines}< <(exec "$kubectl" -n "$NAMESPACE" port-forward service/sentinel-dashboard :8858 2>&1 </dev/null)
  tunnel=$!
  read -r -t 30 line <&"$lines"
  line=${line#*127.0.0.1:}
  curl -sS --max-time 30 "http://127.0.0.1:${line%% *}$path" "$@"
  status=$?
  kill "$tunnel"
  exec {lines}<&-
  return $status
}
dashboard_login() { # USER PASSWORD
  printf '%s' "$2" | dashboard_ask /auth/login --data-urlencode "username=$1" --data-urlencode password@-
}
dashboard_password() { secret sentinel-dashboard-secrets auth.password; }
dashboard_takes() { dashboard_login slipway "$1" | finds '"success":true'; }
dashboard_refuses() { dashboard_login "$1" "$2" | finds 'Invalid username or password'; } # no answer is no refusal
dashboard_closed() { [ "$(dashboard_ask /app/names.json -o /dev/null -w '%{http_code}')" = 401 ]; }
dashboard_hides() {
  local told
  told=$(k exec "$(pod_of sentinel-dashboard)" -- cat /proc/1/cmdline /proc/1/environ | tr '\0' '\n')
  [[ $told == *AUTH_USERNAME* && $told != *"$(dashboard_password)"* ]]
}
sentinel-dashboard_version() { dashboard_ask /version | grep -o '"data":"[^"]*"'; }
sentinel-dashboard_checks() {
  check "sentinel-dashboard tells its version without a login" dashboard_ask /version --fail
  check "sentinel-dashboard tells nothing else without one" dashboard_closed
  check "sentinel-dashboard takes its password" dashboard_takes "$(dashboard_password)"
  check "sentinel-dashboard refuses a wrong password" dashboard_refuses slipway wrong
  check "sentinel-dashboard refuses its well-known user" dashboard_refuses sentinel sentinel
  check "sentinel-dashboard does not take its well-known password" dashboard_refuses slipway sentinel
  check "sentinel-dashboard has its password in no argument and no variable" dashboard_hides
}
sentinel-dashboard_kept() { dashboard_takes "$(dashboard_password)"; }
dashboard_rotation() {
  local before
  before=$(dashboard_password)
  check "slipway rotate: sentinel-dashboard-password" rotate sentinel-dashboard-password
  check "sentinel-dashboard takes its new password" dashboard_takes "$(dashboard_password)"
  check "sentinel-dashboard refuses the old one" dashboard_refuses slipway "$before"
}
