# shellcheck shell=bash
# Does the log collector read what a pod prints, and know whose it is? Sourced by 'run'.

collected() { # PATTERN
  at log-collector logs daemonset/log-collector --tail=-1 | finds -e "$1"
}
printing() { # LINE: a pod like those of the environment prints it
  k delete pod printer --ignore-not-found >/dev/null
  k apply -f - <<YAML
apiVersion: v1
kind: Pod
metadata: { name: printer }
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: speaker
      image: $REGISTRY/slipway-platform:$TAG
      imagePullPolicy: IfNotPresent
      command: [sh, -c, "echo $1; sleep 15"]
      resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { cpu: 100m, memory: 64Mi } }
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
YAML
}
log-collector_version() { at log-collector exec daemonset/log-collector -- /fluent-bit/bin/fluent-bit --version; }
log-collector_kept() {
  local line=line-$RANDOM$RANDOM
  printing "$line"
  k wait --for=jsonpath='{.status.phase}'=Succeeded pod/printer --timeout=120s && k delete pod printer # and its logs
  within 30 collected "$line"
}
log-collector_checks() {
  check "log-collector reads what a pod prints that is gone soon" log-collector_kept
  check "log-collector knows its namespace" collected "\"namespace\":\"$NAMESPACE\""
  check "log-collector knows its pod and its container" collected '"pod":"printer".*"container":"speaker"'
  check "log-collector does not read its own" refused collected '"namespace":"log-collector"'
}
