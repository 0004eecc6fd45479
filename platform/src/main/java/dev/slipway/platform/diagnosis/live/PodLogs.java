package dev.slipway.platform.diagnosis.live;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.diagnosis.log.LogTail;
import dev.slipway.platform.diagnosis.object.Scene;
import dev.slipway.platform.readiness.DoomedPod;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What containers that are not ready wrote at last. */
record PodLogs(Cluster cluster) {
    private static final int LINES = 300;
    private static final int PODS = 3;

    /** By {@link Scene#logKey}; the pods of one owner tell the same, so a few of them are enough. */
    Map<String, List<String>> of(List<Pod> pods) throws InterruptedException {
        var logs = new HashMap<String, List<String>>();
        for (Pod pod : pods.subList(0, Math.min(PODS, pods.size()))) {
            for (ContainerStatus container : DoomedPod.containers(pod).toList()) {
                if (!Boolean.TRUE.equals(container.getReady())) {
                    logs.put(
                            Scene.logKey(pod.getMetadata().getName(), container.getName()),
                            lines(ObjectId.of(pod), container.getName()));
                }
            }
        }
        return logs;
    }

    private List<String> lines(ObjectId pod, String container) throws InterruptedException {
        try {
            return LogTail.apart(cluster.log(pod, container, LINES));
        } catch (Refusal refusal) {
            return List.of("(it cannot be read: " + refusal.getMessage() + ")");
        }
    }
}
