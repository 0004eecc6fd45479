package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.stream.Stream;

/** What a pod refers to is there. */
final class ReferenceRules {
    private ReferenceRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "secrets-exist",
                        "Secrets that a pod or its account refers to are made, with the keys that it asks for.",
                        ReferenceRules::secrets),
                new Rule(
                        "configmaps-exist",
                        "ConfigMaps that a pod refers to are rendered, with the keys that it asks for.",
                        ReferenceRules::configMaps));
    }

    private static Stream<String> secrets(Subject subject, Surroundings others) {
        Stream<Wanted> byAccount = subject.as(ServiceAccount.class)
                .flatMap(account -> account.getImagePullSecrets().stream())
                .map(LocalObjectReference::getName)
                .map(name -> new Wanted(name, List.of()));
        return Stream.concat(subject.pods().flatMap(Wanted::secrets), byAccount)
                .flatMap(wanted -> wanted.fault("Secret", others.keysOfSecret(subject.namespace(), wanted.name())));
    }

    private static Stream<String> configMaps(Subject subject, Surroundings others) {
        return subject.pods()
                .flatMap(Wanted::configMaps)
                .flatMap(wanted ->
                        wanted.fault("ConfigMap", others.keysOfConfigMap(subject.namespace(), wanted.name())));
    }
}
