package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one object says of another holds. */
final class ReferenceRules {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|private_?key|access_?key|api_?key)");
    private static final Pattern NO_VALUE = Pattern.compile("|true|false|/.*|.*/run/secrets/.*");

    private ReferenceRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "no-secret-value",
                        "No secret stands in a variable, in a ConfigMap, or rendered in a Secret.",
                        (subject, others) -> secretValues(subject)),
                new Rule(
                        "secrets-exist",
                        "Secrets that a pod refers to are made, with the keys that it asks for.",
                        ReferenceRules::secrets),
                new Rule(
                        "configmaps-exist",
                        "ConfigMaps that a pod refers to are rendered, with the keys that it asks for.",
                        ReferenceRules::configMaps),
                new Rule(
                        "selector-matches",
                        "An object knows its pods by labels that they have.",
                        (subject, others) -> selector(subject)),
                new Rule(
                        "service-has-pods", "A Service finds pods, and its ports are theirs.", ReferenceRules::service),
                new Rule("ingress-backend", "An Ingress leads to a port of a Service.", ReferenceRules::ingress),
                new Rule(
                        "headless",
                        "The members of a StatefulSet have names, by a headless Service.",
                        ReferenceRules::headless),
                new Rule(
                        "autoscaled",
                        "What is scaled by load is rendered, and says no number of its own.",
                        ReferenceRules::autoscaled));
    }

    private static Stream<String> secretValues(Subject subject) {
        Stream<String> variables = subject.containers().flatMap(container -> container.getEnv().stream()
                .filter(variable -> isSecret(variable.getName(), variable.getValue()))
                .map(variable ->
                        "container " + container.getName() + " has a secret in the variable " + variable.getName()));
        Stream<String> entries = subject.as(ConfigMap.class)
                .flatMap(map -> Optional.ofNullable(map.getData()).orElse(Map.of()).entrySet().stream())
                .filter(entry -> isSecret(entry.getKey(), entry.getValue()))
                .map(entry -> "has a secret in the key " + entry.getKey());
        Stream<String> rendered = subject.as(Secret.class)
                .filter(secret -> secret.getData() != null || secret.getStringData() != null)
                .map(secret -> "has values, allowed: a generated Secret");
        return Stream.of(variables, entries, rendered).flatMap(all -> all);
    }

    private static boolean isSecret(String name, String value) {
        return value != null
                && SECRET_NAME.matcher(name).matches()
                && !NO_VALUE.matcher(value).matches();
    }

    private static Stream<String> secrets(Subject subject, Surroundings others) {
        return subject.pods()
                .flatMap(pod -> Stream.concat(
                        volumes(pod, true)
                                .flatMap(wanted -> wanted.fault(
                                        "Secret", others.keysOfSecret(subject.namespace(), wanted.name()))),
                        variables(pod, true)
                                .flatMap(wanted -> wanted.fault(
                                        "Secret", others.keysOfSecret(subject.namespace(), wanted.name())))));
    }

    private static Stream<String> configMaps(Subject subject, Surroundings others) {
        return subject.pods().flatMap(pod -> Stream.concat(volumes(pod, false), variables(pod, false))
                .flatMap(wanted ->
                        wanted.fault("ConfigMap", others.keysOfConfigMap(subject.namespace(), wanted.name()))));
    }

    /** A Secret or ConfigMap, and the keys that are asked for by name. */
    private record Wanted(String name, Collection<String> keys) {
        Stream<String> fault(String kind, Optional<Set<String>> there) {
            if (there.isEmpty()) {
                return Stream.of("refers to the " + kind + " " + name + ", which nobody makes");
            }
            return keys.stream()
                    .filter(key -> !there.get().contains(key))
                    .map(key -> "refers to the key " + key + " of the " + kind + " " + name + ", which has "
                            + there.get().stream().sorted().toList());
        }
    }

    private static Stream<Wanted> volumes(PodSpec pod, boolean secret) {
        return pod.getVolumes().stream().flatMap(volume -> {
            if (secret && volume.getSecret() != null && !yes(volume.getSecret().getOptional())) {
                return Stream.of(new Wanted(
                        volume.getSecret().getSecretName(),
                        keys(volume.getSecret().getItems())));
            }
            return !secret
                            && volume.getConfigMap() != null
                            && !yes(volume.getConfigMap().getOptional())
                    ? Stream.of(new Wanted(
                            volume.getConfigMap().getName(),
                            keys(volume.getConfigMap().getItems())))
                    : Stream.empty();
        });
    }

    private static boolean yes(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static List<String> keys(List<KeyToPath> items) {
        return items.stream().map(KeyToPath::getKey).toList();
    }

    private static Stream<Wanted> variables(PodSpec pod, boolean secret) {
        return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .flatMap(container -> Stream.concat(
                        container.getEnv().stream().flatMap(variable -> one(variable, secret)),
                        whole(container, secret)));
    }

    private static Stream<Wanted> one(EnvVar variable, boolean secret) {
        var source = variable.getValueFrom();
        if (source == null) {
            return Stream.empty();
        }
        if (secret && source.getSecretKeyRef() != null) {
            return Stream.of(new Wanted(
                    source.getSecretKeyRef().getName(),
                    List.of(source.getSecretKeyRef().getKey())));
        }
        return !secret && source.getConfigMapKeyRef() != null
                ? Stream.of(new Wanted(
                        source.getConfigMapKeyRef().getName(),
                        List.of(source.getConfigMapKeyRef().getKey())))
                : Stream.empty();
    }

    private static Stream<Wanted> whole(Container container, boolean secret) {
        return container.getEnvFrom().stream().flatMap(source -> {
            if (secret) {
                return Stream.ofNullable(source.getSecretRef()).map(all -> new Wanted(all.getName(), List.of()));
            }
            return Stream.ofNullable(source.getConfigMapRef()).map(all -> new Wanted(all.getName(), List.of()));
        });
    }

    private static Stream<String> selector(Subject subject) {
        return subject.podLabels().entrySet().containsAll(subject.selector().entrySet())
                ? Stream.empty()
                : Stream.of("selects " + subject.selector() + ", its pods have " + subject.podLabels());
    }

    private static Stream<String> service(Subject subject, Surroundings others) {
        return subject.as(Service.class).flatMap(service -> {
            Map<String, String> selector = service.getSpec().getSelector();
            if (selector == null || selector.isEmpty()) {
                return Stream.empty(); // its addresses are written by hand, or it is only another name
            }
            List<Subject> found = others.workloads(subject.namespace())
                    .filter(pods -> pods.podLabels().entrySet().containsAll(selector.entrySet()))
                    .toList();
            if (found.isEmpty()) {
                return Stream.of("finds no pods by " + selector);
            }
            return service.getSpec().getPorts().stream()
                    .filter(port -> found.stream().noneMatch(pods -> has(pods, port)))
                    .map(port -> "leads to the port " + target(port) + ", which its pods do not have");
        });
    }

    private static String target(ServicePort port) {
        return port.getTargetPort() == null
                ? String.valueOf(port.getPort())
                : String.valueOf(port.getTargetPort().getValue());
    }

    private static boolean has(Subject pods, ServicePort wanted) {
        String target = target(wanted);
        return pods.containers()
                .flatMap(container -> container.getPorts().stream())
                .anyMatch(port ->
                        target.equals(port.getName()) || target.equals(String.valueOf(port.getContainerPort())));
    }

    private static Stream<String> ingress(Subject subject, Surroundings others) {
        return subject.as(Ingress.class)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(HTTPIngressPath::getBackend)
                .flatMap(backend -> Stream.ofNullable(backend.getService()))
                .filter(backend -> !leadsSomewhere(backend, subject.namespace(), others))
                .map(backend -> "leads to " + backend.getName() + ", which is no Service with that port");
    }

    private static boolean leadsSomewhere(IngressServiceBackend backend, String namespace, Surroundings others) {
        String name = backend.getPort().getName();
        Integer number = backend.getPort().getNumber();
        return others.find("Service", namespace, backend.getName())
                .map(Service.class::cast)
                .filter(service -> service.getSpec().getPorts().stream()
                        .anyMatch(port -> name == null ? port.getPort().equals(number) : name.equals(port.getName())))
                .isPresent();
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
