package dev.slipway.platform.cluster;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster is meant, and as whom.
 *
 * @param context of the kubeconfig; null for its current one
 */
public record Connection(Path kubeconfig, @Nullable String context) {
    /**
     * Opens it; nothing is sent yet.
     *
     * @throws UserError when the kubeconfig cannot be used
     */
    public Cluster open() {
        Config config = config();
        config.setRequestTimeout((int) Api.TIMEOUT.toMillis());
        config.setConnectionTimeout((int) Api.TIMEOUT.toMillis());
        // An API server ends the whole connection after a 401; on HTTP/2 Java's client then loses the answer itself.
        config.setHttp2Disable(true);
        config.setRequestRetryBackoffLimit(0); // retries are ours: bounded by time, and with chance in their pauses
        if (isEllipticCurve(config.getClientKeyData())) {
            config.setClientKeyAlgo("EC");
        }
        var client = new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(Api.OBJECTS)
                .build();
        return new Cluster(client, new SecureRandom());
    }

    private Config config() {
        try {
            if (!Files.isReadable(kubeconfig)) {
                throw unusable("it is not there, or not readable", null);
            }
            Config config = Config.fromKubeconfig(context, kubeconfig.toFile());
            if (config.getCurrentContext() != null) {
                return config;
            }
            throw unusable("it has no context " + (context == null ? "that is the current one" : context), null);
        } catch (KubernetesClientException e) {
            throw unusable(e.toString(), e);
        }
    }

    private UserError unusable(String why, @Nullable Exception cause) {
        return new UserError(
                "the kubeconfig " + kubeconfig + " cannot be used: " + why,
                "set KUBECONFIG to another file, or --context to one of its contexts",
                ExitCode.USAGE,
                cause == null ? new IllegalArgumentException(why) : cause);
    }

    /** A key in PKCS#8 does not say in its heading of which kind it is, and the client takes it for RSA. */
    static boolean isEllipticCurve(@Nullable String keyData) {
        if (keyData == null) {
            return false;
        }
        try {
            String pem = new String(Base64.getDecoder().decode(keyData), StandardCharsets.US_ASCII);
            String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            return pem.contains("BEGIN PRIVATE KEY");
        } catch (IllegalArgumentException | GeneralSecurityException otherKind) {
            return false;
        }
    }
}
