# shellcheck shell=bash
# The environment as one bare node can have it: its middleware as described, all else without pods. Sourced by 'run'.

services() { awk '/^[a-z]/ {part = $1} part == "services:" && /^  [a-z]/ {sub(":", "", $1); print $1}' "$described"; }
sets_of_deploy_file() { awk '/^kind: StatefulSet/ {set = 1} set && /^  name:/ {print $2; set = 0}' "deploy/$environment/deploy.yaml"; }

# Without add-ons but the one that is asked for, scaling by load, the Gateway API and a registry to sign in to; MySQL for
# production in little memory.
reduced() {
  if has log-collector; then echo 'addons: { log-collector: {} }'; fi
  awk '/^[a-z]/ {part = $1} part != "addons:" && part != "waivers:" && part != "patches:"' "$described" |
    sed -E -e '/^  (routing|gatewayClass|imagePullSecret):/d' -e "s/^  storageClass: .*/  storageClass: $class/" \
      -e 's/autoscale: \{ min: ([0-9]+)[^}]*\}/replicas: \1/' -e 's/memory: 8Gi/memory: 1Gi/; s/resources: \{ cpu: [^}]*\}/resources: {}/' |
    if has nacos; then cat; else sed -E -e '/^  nacos:/d' -e 's/\[nacos\]/[]/; s/\[nacos, /[/'; fi
}

patch() { printf '  - object: %s\n    merge: %s\n' "$1" "$2"; }
patches() {
  local name
  echo 'patches:'
  for name in $(services); do patch "Deployment/$name" '{ spec: { replicas: 0 } }'; done
  has sentinel-dashboard || patch Deployment/sentinel-dashboard '{ spec: { replicas: 0 } }'
  for name in $(sets_of_deploy_file); do
    has "${name%-replica}" || [ "$name" = nacos ] || patch "StatefulSet/$name" '{ spec: { replicas: 0 } }'
  done
  # A stand-in for MongoDB that is another program inside wants its own user and one folder more.
  if [ -n "${STAND_IN_MONGODB:-}" ] && has mongodb; then
    patch StatefulSet/mongodb '{ spec: { template: { spec: { securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
      containers: [ { name: mongodb, volumeMounts: [ { name: stand-in, mountPath: /run/mongodb } ] } ],
      volumes: [ { name: stand-in, emptyDir: { sizeLimit: 16Mi } } ] } } } }'
  fi
}

# A copy of the sources, by links, with this description; its launcher looks for all else beside itself.
checkout() {
  local file
  mkdir -p "$home/deploy/$environment"
  for file in * .mvn; do
    case $file in deploy | slipway | .mvn) ;; *) ln -s "$PWD/$file" "$home/$file" ;; esac
  done
  for file in deploy/*; do [ "$file" = "deploy/$environment" ] || ln -s "$PWD/$file" "$home/$file"; done
  cp slipway "$home/slipway"
  describe
}
describe() { # MORE-PATCHES
  { reduced; patches; printf '%s' "${1:-}"; } >"$home/deploy/$environment/platform.yaml"
}
slipway() { "$home/slipway" --no-build "$@" -e "$environment" -n "$NAMESPACE"; }
slipway_apply() { slipway apply --registry "$REGISTRY" --tag "$TAG" --timeout 900; }
