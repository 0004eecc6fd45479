package dev.slipway.platform.prediction;

import dev.slipway.platform.Written;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.secrets.Certified;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts written as text: what is rendered, and what the cluster has. */
record FactsText(
        Environment environment,
        List<HasMetadata> rendered,
        List<HasMetadata> live,
        boolean namespaceThere,
        Map<String, Set<String>> keys,
        List<BroughtSecret> brought,
        Map<String, FoundCertificate> certificates) {
    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    static final Environment ENVIRONMENT =
            Written.environment("imagePullSecret: pull", "", "expose: { host: api.example.com, tls: api-tls }");

    private static final Map<String, Set<String>> COMPLETE =
            Map.of("api-tls", Set.of("tls.crt", "tls.key"), "pull", Set.of(".dockerconfigjson"));

    static FactsText of(String... texts) {
        return new FactsText(ENVIRONMENT, objects(texts), List.of(), true, COMPLETE, List.of(), Map.of());
    }

    static FactsText of(Manifests rendered) {
        return new FactsText(ENVIRONMENT, rendered.objects(), List.of(), true, COMPLETE, List.of(), Map.of());
    }

    private static List<HasMetadata> objects(String... texts) {
        return Stream.of(texts).map(Written::object).toList();
    }

    FactsText live(String... texts) {
        return new FactsText(environment, rendered, objects(texts), namespaceThere, keys, brought, certificates);
    }

    FactsText secrets(boolean namespaceThere, Map<String, Set<String>> keys) {
        return new FactsText(environment, rendered, live, namespaceThere, keys, brought, certificates);
    }

    FactsText brought(BroughtSecret... brought) {
        return new FactsText(environment, rendered, live, namespaceThere, keys, List.of(brought), certificates);
    }

    /** @param ends days from now on that the certificate of api-tls ends */
    FactsText certificate(int ends, boolean ours, String... hosts) {
        var certified = new Certified(Set.of(hosts), NOW.plus(Duration.ofDays(ends)));
        return certificate(new FoundCertificate(Optional.of(certified), ours));
    }

    FactsText certificate(FoundCertificate found) {
        return new FactsText(environment, rendered, live, namespaceThere, keys, brought, Map.of("api-tls", found));
    }

    /** Of a description whose service keeps its data in a database that somebody else runs, and which has no other Secrets. */
    FactsText outside() {
        return described("mysql: { outside: { host: db.example.com } }", "needs: [mysql], schema: api");
    }

    /** Of a description whose service is given what somebody makes, and which has no other Secrets. */
    FactsText handMade() {
        return described("", "handMadeSecrets: { carrier: [carrier-user, carrier-key] }");
    }

    private FactsText described(String middleware, String api) {
        return new FactsText(
                Written.environment("", middleware, api), rendered, live, namespaceThere, keys, brought, certificates);
    }

    Facts facts() {
        return facts(List.of(), List.of(), Map.of());
    }

    Facts facts(List<String> unknownKinds, List<String> missingRights, Map<String, String> unsafe) {
        var manifests = rendered.stream()
                .map(object -> new Manifest(object, "api", Set.of()))
                .toList();
        return new Facts(
                new Manifests("dev-ol", "his", manifests, List.of(), brought),
                new Keys(environment),
                namespaceThere,
                live(ResourceQuota.class),
                live(Pod.class),
                live(PersistentVolumeClaim.class),
                Optional.of(live(StorageClass.class)),
                Optional.of(names("IngressClass")),
                Optional.of(names("GatewayClass")),
                keys,
                certificates,
                NOW,
                unknownKinds,
                missingRights,
                unsafe);
    }

    private <T> List<T> live(Class<T> type) {
        return live.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Set<String> names(String kind) {
        return live.stream()
                .filter(object -> object.getKind().equals(kind))
                .map(object -> object.getMetadata().getName())
                .collect(Collectors.toSet());
    }
}
