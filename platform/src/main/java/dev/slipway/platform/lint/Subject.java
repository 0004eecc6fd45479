package dev.slipway.platform.lint;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.PodTemplates;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One object, with the pods that it makes if it makes any. */
public record Subject(HasMetadata object) {
    String name() {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    public String namespace() {
        return String.valueOf(object.getMetadata().getNamespace());
    }

    /** The rules that it need not keep, by what is written on it. */
    Set<String> exceptions() {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).orElse(Map.of()).keySet().stream()
                .filter(key -> key.startsWith(Manifest.EXCEPTION))
                .map(key -> key.substring(Manifest.EXCEPTION.length()))
                .collect(Collectors.toSet());
    }

    <T> Stream<T> as(Class<T> type) {
        return type.isInstance(object) ? Stream.of(type.cast(object)) : Stream.empty();
    }

    /** The form of its pods. */
    public Optional<PodTemplateSpec> template() {
        if (object instanceof Job job) {
            return Optional.of(job.getSpec().getTemplate());
        }
        return object instanceof CronJob job
                ? Optional.of(job.getSpec().getJobTemplate().getSpec().getTemplate())
                : PodTemplates.of(object);
    }

    Stream<PodSpec> pods() {
        return template().map(PodTemplateSpec::getSpec).stream();
    }

    /** The containers that run for as long as the pod does, and those before them. */
    Stream<Container> containers() {
        return pods().flatMap(pod -> Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream()));
    }

    /** The containers that serve; those of a Job end, those that initialise too. */
    Stream<Container> servers() {
        return endsByItself() ? Stream.empty() : pods().flatMap(pod -> pod.getContainers().stream());
    }

    /** Whether its pods end when their work is done. */
    public boolean endsByItself() {
        return object instanceof Job || object instanceof CronJob;
    }

    /** Labels that its pods have. */
    public Map<String, String> podLabels() {
        return template().map(template -> template.getMetadata().getLabels()).orElse(Map.of());
    }

    /** Labels by which it knows its pods. */
    public Map<String, String> selector() {
        if (object instanceof Deployment deployment) {
            return deployment.getSpec().getSelector().getMatchLabels();
        }
        if (object instanceof StatefulSet set) {
            return set.getSpec().getSelector().getMatchLabels();
        }
        return object instanceof DaemonSet set ? set.getSpec().getSelector().getMatchLabels() : Map.of();
    }

    /** How many pods it makes; 1 when it does not say. */
    public int replicas() {
        Integer number = object instanceof Deployment deployment
                ? deployment.getSpec().getReplicas()
                : object instanceof StatefulSet set ? set.getSpec().getReplicas() : (Integer) 1;
        return number == null ? 1 : number;
    }

    /** How many pods a rollout adds to a number of them for a while; a percentage is rounded up. */
    int surge(int pods) {
        return as(Deployment.class)
                .map(Deployment::getSpec)
                .flatMap(deployment -> Stream.ofNullable(deployment.getStrategy()))
                .flatMap(strategy -> Stream.ofNullable(strategy.getRollingUpdate()))
                .map(RollingUpdateDeployment::getMaxSurge)
                .mapToInt(surge -> surge.getStrVal() == null
                        ? surge.getIntVal()
                        : (int) Math.ceil(
                                pods * Integer.parseInt(surge.getStrVal().replace("%", "")) / 100.0))
                .sum();
    }

    /** Whether the number of its pods is chosen. */
    boolean scalable() {
        return object instanceof Deployment || object instanceof StatefulSet;
    }
}
