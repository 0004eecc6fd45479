package dev.slipway.platform.prediction;

import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.secrets.Certified;
import dev.slipway.platform.spec.Expose;
import dev.slipway.platform.spec.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Certificates that browsers refuse, or will soon. They keep no apply from its end, so all of it is a warning. */
final class CertificateRule {
    /** Less than what issuers leave themselves to renew one. */
    private static final Duration SOON = Duration.ofDays(14);

    private final Facts facts;

    private CertificateRule(Facts facts) {
        this.facts = facts;
    }

    static Stream<Finding> of(Facts facts) {
        var rule = new CertificateRule(facts);
        return new TreeMap<>(facts.certificates())
                .entrySet().stream().flatMap(found -> rule.faults(found.getKey(), found.getValue()).stream()
                        .map(fault -> Finding.warning(
                                "secrets",
                                "the certificate in Secret " + found.getKey() + " " + fault,
                                rule.fix(found.getKey(), found.getValue()))));
    }

    private List<String> faults(String secret, FoundCertificate found) {
        return found.certified()
                .map(certified ->
                        Stream.concat(end(certified), hosts(secret, certified)).toList())
                .orElse(List.of("cannot be read, so callers are shown another one"));
    }

    private Stream<String> end(Certified certified) {
        Instant day = certified.end().truncatedTo(ChronoUnit.SECONDS);
        if (certified.end().isBefore(facts.now())) {
            return Stream.of("has ended at " + day + ": browsers refuse it");
        }
        return certified.end().isBefore(facts.now().plus(SOON))
                ? Stream.of("ends at " + day + ", from when on browsers refuse it")
                : Stream.empty();
    }

    private Stream<String> hosts(String secret, Certified certified) {
        return facts.keys().environment().services().values().stream()
                .map(Service::expose)
                .filter(Objects::nonNull)
                .filter(expose -> secret.equals(expose.tls()))
                .map(Expose::host)
                .filter(host -> !certified.covers(host))
                .distinct()
                .map(host -> "is not for " + host + ": browsers refuse it there");
    }

    private String fix(String secret, FoundCertificate found) {
        String delete =
                "kubectl delete secret " + secret + " -n " + facts.manifests().namespace();
        return found.ours()
                ? "'" + delete + "', then '" + facts.keys().apply() + "' makes another"
                : "whoever has made it has to renew it: a person, or the issuer";
    }
}
