package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.stream.Stream;

/** What makes pods knows them, names them, and is scaled by one alone. */
final class WorkloadRules {
    private WorkloadRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "selector-matches",
                        "An object knows its pods by labels that they have.",
                        (subject, others) -> selector(subject)),
                new Rule(
                        "headless",
                        "The members of a StatefulSet have names, by a headless Service.",
                        WorkloadRules::headless),
                new Rule(
                        "autoscaled",
                        "What is scaled by load is rendered, and says no number of its own.",
                        WorkloadRules::autoscaled));
    }

    private static Stream<String> selector(Subject subject) {
        return subject.podLabels().entrySet().containsAll(subject.selector().entrySet())
                ? Stream.empty()
                : Stream.of("selects " + subject.selector() + ", its pods have " + subject.podLabels());
    }

    private static Stream<String> headless(Subject subject, Surroundings others) {
        return subject.as(StatefulSet.class)
                .filter(set -> others.find(
                                "Service", subject.namespace(), set.getSpec().getServiceName())
                        .map(Service.class::cast)
                        .filter(service -> "None".equals(service.getSpec().getClusterIP()))
                        .isEmpty())
                .map(set -> "its serviceName " + set.getSpec().getServiceName() + " is no headless Service");
    }

    private static Stream<String> autoscaled(Subject subject, Surroundings others) {
        return subject.as(HorizontalPodAutoscaler.class).flatMap(scaler -> {
            var target = scaler.getSpec().getScaleTargetRef();
            var found = others.find(target.getKind(), subject.namespace(), target.getName());
            if (found.isEmpty()) {
                return Stream.of("scales " + target.getName() + ", which is not rendered");
            }
            boolean fixed = found.get() instanceof Deployment deployment
                    && deployment.getSpec().getReplicas() != null;
            return fixed
                    ? Stream.of("scales " + target.getName() + ", which has a number of replicas of its own")
                    : Stream.empty();
        });
    }
}
