package dev.slipway.platform.secrets;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a certificate tells everybody.
 *
 * @param names of hosts that it is for, in lower case
 * @param end after which nobody takes it
 */
public record Certified(Set<String> names, Instant end) {
    private static final List<Integer> NAME_OR_ADDRESS = List.of(2, 7); // as RFC 5280 numbers kinds of names

    public Certified {
        names = Set.copyOf(names);
    }

    /** The first one of a chain in PEM, which is that of the server; empty when it is none. */
    public static Optional<Certified> read(String pem) {
        try {
            var found = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            Collection<List<?>> names = found.getSubjectAlternativeNames();
            return Optional.of(new Certified(
                    names == null ? Set.of() : names(names), found.getNotAfter().toInstant()));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static Set<String> names(Collection<List<?>> written) {
        return written.stream()
                .filter(name -> NAME_OR_ADDRESS.contains(name.get(0)))
                .map(name -> name.get(1).toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether it is for this host; an asterisk stands for one label. */
    public boolean covers(String host) {
        return names.contains(host) || names.contains("*" + host.substring(Math.max(0, host.indexOf('.'))));
    }
}
