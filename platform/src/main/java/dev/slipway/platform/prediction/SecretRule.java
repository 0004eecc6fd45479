package dev.slipway.platform.prediction;

import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.spec.HandMadeSecret;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Secrets that somebody has to bring. An issuer may make a certificate later, and what is in a namespace that is not there
 * cannot be made before it: that is a warning.
 */
final class SecretRule {
    private SecretRule() {}

    static Stream<Finding> of(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (HandMadeSecret secret : HandMadeSecret.of(facts.keys().environment())) {
            var missing = new TreeSet<>(secret.keys());
            missing.removeAll(facts.secretKeys().getOrDefault(secret.name(), Set.of()));
            if (!missing.isEmpty() && !isMade(facts, secret)) {
                findings.add(finding(facts, secret, missing));
            }
        }
        return findings.stream();
    }

    private static String others(HandMadeSecret.Form form) {
        return switch (form) {
            case TLS -> "or let an issuer make it; or ";
            case PULL -> "or let 'slipway apply --docker-config FILE' make it; or ";
            case GENERIC -> "or ";
        };
    }

    /** Whether the apply brings one that is not there. */
    private static boolean isMade(Facts facts, HandMadeSecret secret) {
        return !facts.secretKeys().containsKey(secret.name())
                && facts.manifests().brought().stream()
                        .anyMatch(brought -> brought.name().equals(secret.name())
                                && brought.namespace().equals(facts.manifests().namespace())
                                && !(brought.making() instanceof BroughtSecret.ByHand));
    }

    private static Finding finding(Facts facts, HandMadeSecret secret, Set<String> missing) {
        boolean there = facts.secretKeys().containsKey(secret.name());
        String found = there
                ? "Secret " + secret.name() + " lacks " + String.join(", ", missing)
                : "there is no Secret " + secret.name() + " with " + String.join(" and ", missing);
        String fix = "make it in the namespace " + facts.manifests().namespace() + ": kubectl create secret "
                + secret.form() + " " + secret.name() + " …; "
                + others(secret.form())
                + facts.keys().at(secret.key());
        boolean stops = there || (secret.form() != HandMadeSecret.Form.TLS && facts.namespaceThere());
        return stops ? Finding.problem("secrets", found, fix) : Finding.warning("secrets", found, fix);
    }
}
