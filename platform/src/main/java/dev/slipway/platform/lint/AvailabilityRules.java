package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands on more than one pod, who comes in, who may do what, and which API versions are spoken. */
final class AvailabilityRules {
    private static final String HOST = "kubernetes.io/hostname";

    /**
     * Versions that every API server from 1.28 to 1.36 serves and none calls deprecated, by group; there are none of some.
     * Groups that are not here are those of somebody's own definitions.
     */
    private static final Map<String, List<String>> VERSIONS = Map.ofEntries(
            Map.entry("", List.of("v1")),
            Map.entry("apps", List.of("v1")),
            Map.entry("batch", List.of("v1")),
            Map.entry("autoscaling", List.of("v2", "v1")),
            Map.entry("policy", List.of("v1")),
            Map.entry("networking.k8s.io", List.of("v1")),
            Map.entry("rbac.authorization.k8s.io", List.of("v1")),
            Map.entry("storage.k8s.io", List.of("v1")),
            Map.entry("scheduling.k8s.io", List.of("v1")),
            Map.entry("discovery.k8s.io", List.of("v1")),
            Map.entry("coordination.k8s.io", List.of("v1")),
            Map.entry("apiextensions.k8s.io", List.of("v1")),
            Map.entry("apiregistration.k8s.io", List.of("v1")),
            Map.entry("admissionregistration.k8s.io", List.of("v1")),
            Map.entry("certificates.k8s.io", List.of("v1")),
            Map.entry("node.k8s.io", List.of("v1")),
            Map.entry("events.k8s.io", List.of("v1")),
            Map.entry("flowcontrol.apiserver.k8s.io", List.of()), // v1 since 1.29
            Map.entry("resource.k8s.io", List.of()), // v1 since 1.34
            Map.entry("extensions", List.of()), // gone since 1.22
            Map.entry("gateway.networking.k8s.io", List.of("v1")));

    private AvailabilityRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("replicas", "In production nothing stands on one pod alone.", AvailabilityRules::replicas),
                new Rule(
                        "budget",
                        "What has several pods has a budget for taking them away.",
                        AvailabilityRules::budget),
                new Rule(
                        "budget-unhealthy",
                        "A budget does not keep pods that are not healthy.",
                        (subject, others) -> keepsUnhealthy(subject)),
                new Rule("spread", "Several pods are spread over nodes and kept apart.", AvailabilityRules::spread),
                new Rule("tls", "In production callers come in by TLS alone.", AvailabilityRules::tls),
                new Rule(
                        "default-deny",
                        "A namespace with pods is closed by a policy for all of them.",
                        AvailabilityRules::closed),
                new Rule("edges", "Every pod has a policy that names its edges.", AvailabilityRules::edges),
                new Rule(
                        "no-wildcards",
                        "No role allows everything, and nobody is made cluster-admin.",
                        (subject, others) -> wildcards(subject)),
                new Rule(
                        "api-version",
                        "An API that Kubernetes 1.28 to 1.36 serves and does not call deprecated.",
                        (subject, others) -> version(subject.object())));
    }

    private static Stream<String> replicas(Subject subject, Surroundings others) {
        return others.production() && subject.scalable() && others.pods(subject) < 2
                ? Stream.of("has one pod, allowed in production: two or more")
                : Stream.empty();
    }

    private static Stream<String> budget(Subject subject, Surroundings others) {
        if (!subject.scalable() || others.pods(subject) < 2) {
            return Stream.empty();
        }
        boolean has = others.ofKind("PodDisruptionBudget")
                .filter(budget -> budget.namespace().equals(subject.namespace()))
                .map(budget -> ((PodDisruptionBudget) budget.object())
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .anyMatch(labels -> subject.podLabels().entrySet().containsAll(labels.entrySet()));
        return has ? Stream.empty() : Stream.of("has " + others.pods(subject) + " pods and no PodDisruptionBudget");
    }

    private static Stream<String> keepsUnhealthy(Subject subject) {
        return subject.as(PodDisruptionBudget.class)
                .filter(budget -> !"AlwaysAllow".equals(budget.getSpec().getUnhealthyPodEvictionPolicy()))
                .map(budget -> "keeps unhealthy pods, allowed: unhealthyPodEvictionPolicy: AlwaysAllow");
    }

    private static Stream<String> spread(Subject subject, Surroundings others) {
        if (!subject.scalable() || others.pods(subject) < 2) {
            return Stream.empty();
        }
        return subject.pods()
                .filter(pod -> pod.getTopologySpreadConstraints().isEmpty() || !apart(pod))
                .map(pod -> "has " + others.pods(subject) + " pods that are not spread over nodes and kept apart");
    }

    private static boolean apart(PodSpec pod) {
        return Optional.ofNullable(pod.getAffinity())
                .map(affinity -> affinity.getPodAntiAffinity())
                .filter(anti -> Stream.concat(
                                anti.getRequiredDuringSchedulingIgnoredDuringExecution().stream(),
                                anti.getPreferredDuringSchedulingIgnoredDuringExecution().stream()
                                        .map(weighted -> weighted.getPodAffinityTerm()))
                        .anyMatch(term -> term.getTopologyKey().equals(HOST)))
                .isPresent();
    }

    private static Stream<String> tls(Subject subject, Surroundings others) {
        if (!others.production()) {
            return Stream.empty();
        }
        Stream<String> ingresses = subject.as(Ingress.class)
                .filter(ingress -> ingress.getSpec().getTls().isEmpty())
                .map(ingress -> "has no TLS");
        Stream<String> gateways = subject.as(Gateway.class)
                .flatMap(gateway -> gateway.getSpec().getListeners().stream())
                .filter(listener -> listener.getTls() == null)
                .map(listener -> "listener " + listener.getName() + " has no TLS");
        return Stream.concat(ingresses, gateways);
    }

    private static Stream<String> closed(Subject subject, Surroundings others) {
        boolean closed = subject.pods().findAny().isEmpty()
                || policies(subject, others)
                        .anyMatch(policy -> labels(policy).isEmpty()
                                && policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                                && policy.getSpec().getIngress().isEmpty()
                                && policy.getSpec().getEgress().isEmpty());
        return closed ? Stream.empty() : Stream.of("runs in " + subject.namespace() + ", which no policy closes");
    }

    private static Stream<NetworkPolicy> policies(Subject subject, Surroundings others) {
        return others.ofKind("NetworkPolicy")
                .filter(policy -> policy.namespace().equals(subject.namespace()))
                .map(policy -> (NetworkPolicy) policy.object());
    }

    private static Map<String, String> labels(NetworkPolicy policy) {
        return Optional.ofNullable(policy.getSpec().getPodSelector().getMatchLabels())
                .orElse(Map.of());
    }

    private static Stream<String> edges(Subject subject, Surroundings others) {
        boolean named = subject.pods().findAny().isEmpty()
                || policies(subject, others)
                        .map(AvailabilityRules::labels)
                        .anyMatch(labels -> !labels.isEmpty()
                                && subject.podLabels().entrySet().containsAll(labels.entrySet()));
        return named ? Stream.empty() : Stream.of("no NetworkPolicy names the edges of its pods");
    }

    private static Stream<String> wildcards(Subject subject) {
        Stream<String> rules = Stream.concat(
                        subject.as(Role.class).flatMap(role -> role.getRules().stream()),
                        subject.as(ClusterRole.class).flatMap(role -> role.getRules().stream()))
                .filter(AvailabilityRules::everything)
                .map(rule -> "allows everything: verbs " + rule.getVerbs() + " on " + rule.getResources());
        Stream<String> admins = Stream.concat(
                        subject.as(RoleBinding.class)
                                .map(binding -> binding.getRoleRef().getName()),
                        subject.as(ClusterRoleBinding.class)
                                .map(binding -> binding.getRoleRef().getName()))
                .filter("cluster-admin"::equals)
                .map(admin -> "makes somebody cluster-admin");
        return Stream.concat(rules, admins);
    }

    private static boolean everything(PolicyRule rule) {
        return rule.getVerbs().contains("*")
                || rule.getResources().contains("*")
                || rule.getApiGroups().contains("*");
    }

    private static Stream<String> version(HasMetadata object) {
        String written = object.getApiVersion();
        int slash = written.indexOf('/');
        String group = slash < 0 ? "" : written.substring(0, slash);
        List<String> allowed = VERSIONS.get(group);
        return allowed == null || allowed.contains(written.substring(slash + 1))
                ? Stream.empty()
                : Stream.of("has the version " + written + ", allowed: " + allowed);
    }
}
