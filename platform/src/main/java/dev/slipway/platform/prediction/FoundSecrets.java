package dev.slipway.platform.prediction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.secrets.Certified;
import dev.slipway.platform.spec.HandMadeSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Secrets that were asked for and are there, without their values: a certificate is shown to every caller anyhow.
 *
 * @param keys name of the Secret → its keys
 */
record FoundSecrets(String environment, Map<String, Set<String>> keys, Map<String, FoundCertificate> certificates) {
    private static final String CERTIFICATE = "tls.crt";

    FoundSecrets(Manifests manifests) {
        this(manifests.environment(), new HashMap<>(), new HashMap<>());
    }

    void add(HandMadeSecret asked, ObjectNode found) {
        var names = new TreeSet<String>();
        found.path("data").fieldNames().forEachRemaining(names::add);
        keys.put(asked.name(), names);
        if (asked.form() == HandMadeSecret.Form.TLS && names.contains(CERTIFICATE)) {
            byte[] pem = Base64.getDecoder()
                    .decode(found.path("data").path(CERTIFICATE).asText());
            boolean ours = found.path("metadata")
                    .path("labels")
                    .path(Cluster.ENVIRONMENT)
                    .asText()
                    .equals(environment);
            certificates.put(
                    asked.name(), new FoundCertificate(Certified.read(new String(pem, StandardCharsets.UTF_8)), ours));
        }
    }

    /** Whoever may not look cannot say that it is missing. */
    void addUnseen(HandMadeSecret asked) {
        keys.put(asked.name(), asked.keys());
    }
}
