package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pod that the scheduler finds no node for, with its reason for each number of nodes. */
final class UnscheduledPod {
    private static final Pattern FORM = Pattern.compile(
            "(\\d+)/(\\d+) nodes are available: (.*?)\\.?(?: preemption: .*| no new claims .*)?", Pattern.DOTALL);
    private static final Pattern REASON = Pattern.compile("(\\d+) (.+)", Pattern.DOTALL);

    private UnscheduledPod() {}

    static Optional<Diagnosis> of(Scene scene, Pod pod) {
        return Pods.conditions(pod)
                .filter(condition ->
                        condition.getType().equals("PodScheduled") && "Unschedulable".equals(condition.getReason()))
                .map(PodCondition::getMessage)
                .map(Scene::text)
                .findFirst()
                .map(message -> ClaimWait.of(scene, pod).orElseGet(() -> diagnosis(scene, pod, message)));
    }

    private static Diagnosis diagnosis(Scene scene, Pod pod, String message) {
        var form = FORM.matcher(message);
        boolean known = form.matches();
        String nodes = known ? form.group(2) : "";
        Map<String, Integer> reasons = known ? reasons(form.group(3)) : Map.of();
        var evidence = new ArrayList<String>();
        reasons.forEach((reason, count) -> evidence.add(count + " of " + nodes + " nodes: " + reason));
        if (evidence.isEmpty()) {
            evidence.add(message);
        }
        Pods.requests(pod).ifPresent(evidence::add);
        String why = String.join(", ", reasons.keySet());
        return scene.says(
                Cause.UNSCHEDULABLE,
                "pod " + pod.getMetadata().getName() + " finds no node" + (why.isEmpty() ? "" : ": " + why),
                evidence,
                change(scene, reasons.keySet().stream().toList()));
    }

    /** Counts in the order of the message; a taint may have commas in it. */
    private static Map<String, Integer> reasons(String text) {
        var reasons = new LinkedHashMap<String, Integer>();
        for (String part : text.split(", (?=\\d+ )", -1)) {
            var reason = REASON.matcher(part.strip());
            if (reason.matches()) {
                reasons.merge(reason.group(2), Integer.valueOf(reason.group(1)), Integer::sum);
            }
        }
        return reasons;
    }

    private static String change(Scene scene, List<String> reasons) {
        String keys = reasons.stream()
                .flatMap(reason -> field(reason).stream())
                .distinct()
                .map(scene::key)
                .collect(Collectors.joining("; "));
        return (keys.isEmpty() ? scene.key("placement") : keys) + "; or more nodes";
    }

    private static Optional<String> field(String reason) {
        if (reason.startsWith("Insufficient ")) {
            return switch (reason.substring("Insufficient ".length())) {
                case "memory" -> Optional.of("memory");
                case "cpu" -> Optional.of("resources.cpu");
                case "ephemeral-storage" -> Optional.of("resources.disk");
                default -> Optional.empty();
            };
        }
        if (reason.contains("taint")) {
            return Optional.of("placement.tolerations");
        }
        if (reason.contains("anti-affinity") || reason.contains("topology spread")) {
            return Optional.of("placement.apart");
        }
        return reason.contains("affinity") ? Optional.of("placement.nodeSelector") : Optional.empty();
    }
}
