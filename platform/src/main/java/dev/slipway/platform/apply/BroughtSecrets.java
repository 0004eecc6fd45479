package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SelfSigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Secrets that are made as a whole where nobody has brought them. What somebody has brought is neither changed nor
 * remembered, so that it never goes with what is ours.
 */
final class BroughtSecrets {
    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";
    private static final String LOGIN = ".dockerconfigjson";

    private final Cluster cluster;
    private final Manifests manifests;
    private final SecureRandom random;

    BroughtSecrets(Cluster cluster, Manifests manifests, SecureRandom random) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.random = random;
    }

    /** Empty for what is somebody else's, and for what somebody else has to make. */
    Optional<Change> look(BroughtSecret secret, Optional<ObjectNode> live) {
        var id = GeneratedSecrets.id(secret);
        if (live.isPresent()) {
            boolean ours = Ownership.ours(live.get(), manifests);
            if (ours) {
                Ownership.requireStaying(id, live.get());
            }
            return ours ? Optional.of(Change.of(id, Action.UNCHANGED)) : Optional.empty();
        }
        List<FieldChange> fields = fields(secret);
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Change(id, Action.CREATE, fields));
    }

    private static List<FieldChange> fields(BroughtSecret secret) {
        if (secret.making() instanceof BroughtSecret.SelfSigned signed) {
            return List.of(
                    new FieldChange(field(CERTIFICATE), "", told(signed)),
                    new FieldChange(field(KEY), "", Differences.HIDDEN));
        }
        return secret.making() instanceof BroughtSecret.Login given
                ? List.of(new FieldChange(field(LOGIN), "", given.login().toString()))
                : List.of();
    }

    private static String field(String key) {
        return "data." + key;
    }

    private static String told(BroughtSecret.SelfSigned signed) {
        return "self-signed for " + String.join(", ", signed.hosts()) + ", for " + SelfSigned.DAYS + " days";
    }

    /**
     * Makes it, unless somebody has just done so.
     *
     * @return what is in it, in words
     */
    String make(BroughtSecret secret) throws InterruptedException {
        if (secret.making() instanceof BroughtSecret.SelfSigned signed) {
            create(secret, certificate(secret, signed));
            return told(signed);
        }
        if (secret.making() instanceof BroughtSecret.Login given) {
            create(secret, Map.of(LOGIN, given.login().content()));
            return given.login().toString();
        }
        throw new IllegalStateException(secret.name() + " is made by hand");
    }

    private Map<String, String> certificate(BroughtSecret secret, BroughtSecret.SelfSigned signed)
            throws InterruptedException {
        try {
            var made = SelfSigned.of(signed.hosts(), random);
            return Map.of(CERTIFICATE, made.certificatePem(), KEY, made.keyPem());
        } catch (IOException e) {
            throw new UserError(
                    "no certificate can be made: " + e.getMessage(),
                    "make it by hand: kubectl create secret " + secret.form() + " " + secret.name() + " -n "
                            + secret.namespace() + " …",
                    ExitCode.FAILED,
                    e);
        }
    }

    private void create(BroughtSecret secret, Map<String, String> values) throws InterruptedException {
        var data = new TreeMap<String, String>();
        values.forEach((key, value) ->
                data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        try {
            GeneratedSecrets.create(cluster, manifests, secret, secret.form().type(), data);
        } catch (Refusal there) {
            if (!there.overtaken()) {
                throw there;
            }
            // By ourselves, and only the answer was lost; or by somebody else at this very moment, whose it is then.
        }
    }
}
