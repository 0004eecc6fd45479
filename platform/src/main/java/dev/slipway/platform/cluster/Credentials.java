package dev.slipway.platform.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shows an API server who asks, and what shows us the server. The library does not know all of it, and goes on without
 * what is not there.
 *
 * @param tokenFile null when there is none
 */
record Credentials(Context context, AuthInfo user, @Nullable Path tokenFile) {
    static Credentials of(Kubeconfigs said, Context context) {
        AuthInfo user = said.user(context.getUser()).orElseGet(AuthInfo::new);
        String file = user.getTokenFile();
        return new Credentials(context, user, file == null ? null : said.resolve(context.getUser(), file));
    }

    /** @throws IllegalArgumentException when something is missing */
    void complete(Config config) {
        require("certificate-authority of the cluster " + context.getCluster(), config.getCaCertFile());
        requireOfUser("client-certificate", config.getClientCertFile());
        requireOfUser("client-key", config.getClientKeyFile());
        if (tokenFile != null) {
            requireOfUser("tokenFile", tokenFile.toString());
            config.setOauthTokenProvider(() -> token(tokenFile));
        }
        requirePlugin(config);
        if (user.getAs() != null) {
            config.setImpersonateUsername(user.getAs());
            config.setImpersonateGroups(user.getAsGroups().toArray(String[]::new));
        }
    }

    private void requireOfUser(String key, @Nullable String file) {
        require(key + " of the user " + context.getUser(), file);
    }

    private static void require(String key, @Nullable String file) {
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException("the " + key + " is not there, or not readable: " + file);
        }
    }

    /** Read with each request: whoever writes it puts another one there before the old one ends. */
    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library runs it, and goes on as nobody when nothing comes of it. */
    private void requirePlugin(Config config) {
        boolean some = Stream.of(
                        config.getAutoOAuthToken(),
                        config.getOauthToken(),
                        config.getClientCertData(),
                        config.getClientCertFile())
                .anyMatch(Objects::nonNull);
        if (user.getExec() != null && !some) {
            String hint = Objects.requireNonNullElse(user.getExec().getInstallHint(), "");
            throw new IllegalArgumentException("the plugin " + user.getExec().getCommand()
                    + " gives no credentials for the user " + context.getUser()
                    + (hint.isEmpty() ? "" : "; its kubeconfig says: " + hint.strip()));
        }
    }
}
