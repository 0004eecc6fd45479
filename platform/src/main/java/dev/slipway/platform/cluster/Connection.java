package dev.slipway.platform.cluster;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster is meant, and as whom.
 *
 * @param kubeconfigs taken together as kubectl does: what the first of them says counts, and those that are not there do not
 * @param context of the kubeconfigs; null for their current one
 */
public record Connection(List<Path> kubeconfigs, @Nullable String context) {
    public Connection {
        kubeconfigs = List.copyOf(kubeconfigs);
    }

    public Connection(Path kubeconfig, @Nullable String context) {
        this(List.of(kubeconfig), context);
    }

    /** Opens it for those who want to know no more than what comes of it. */
    public Cluster open() {
        return open(request -> {});
    }

    /**
     * Opens it; nothing is sent yet.
     *
     * @param requests gets a line for each request that is sent, from any thread: what was asked for and what came of it
     * @throws UserError when the kubeconfig cannot be used
     */
    public Cluster open(Consumer<String> requests) {
        Config config = config();
        try {
            var client = new KubernetesClientBuilder()
                    .withConfig(config)
                    .withKubernetesSerialization(Api.OBJECTS)
                    .build();
            return new Cluster(client, new SecureRandom(), requests);
        } catch (IllegalArgumentException | KubernetesClientException e) {
            throw unusable(reason(e), e);
        }
    }

    Config config() {
        Config config = merged();
        config.setRequestTimeout((int) Api.TIMEOUT.toMillis());
        config.setConnectionTimeout((int) Api.TIMEOUT.toMillis());
        // An API server ends the whole connection after a 401; on HTTP/2 Java's client then loses the answer itself.
        config.setHttp2Disable(true);
        config.setRequestRetryBackoffLimit(0); // retries are ours: bounded by time, and with chance in their pauses
        if (ClientKey.isEllipticCurve(config)) {
            config.setClientKeyAlgo("EC");
        }
        return config;
    }

    private Config merged() {
        List<Path> files = kubeconfigs.stream().filter(Files::isReadable).toList();
        if (files.isEmpty()) {
            throw unusable("it is not there, or not readable", null);
        }
        try {
            Kubeconfigs said = Kubeconfigs.read(files);
            Config config = Config.empty();
            KubeConfigUtils.merge(
                    config, context, said.all()); // internal: what is public reads one file, or chooses it itself
            Config.configFromSysPropsOrEnvVars(config);
            requireContext(config, said);
            Credentials.of(said, config.getCurrentContext().getContext()).complete(config);
            return config;
        } catch (IllegalArgumentException | KubernetesClientException e) {
            throw unusable(reason(e), e);
        }
    }

    /** Where the one that is asked for is missing, the library takes the current one. */
    private void requireContext(Config config, Kubeconfigs said) {
        NamedContext found = config.getCurrentContext();
        if (found == null || (context != null && !context.equals(found.getName()))) {
            throw unusable(
                    "it has no " + (context == null ? "current context" : "context " + context) + "; "
                            + said.contexts(),
                    null);
        }
        said.requireNamed(found);
    }

    /** The library's own words say only that there was an error. */
    private static String reason(Exception e) {
        Throwable last = e;
        while (e instanceof KubernetesClientException && last.getCause() != null) {
            last = last.getCause();
        }
        return e instanceof KubernetesClientException ? last.toString() : String.valueOf(e.getMessage());
    }

    private UserError unusable(String why, @Nullable Exception cause) {
        String files = kubeconfigs.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new UserError(
                "the kubeconfig " + files + " cannot be used: " + why,
                "set KUBECONFIG to another file, or --context to one of its contexts",
                ExitCode.USAGE,
                cause == null ? new IllegalArgumentException(why) : cause);
    }
}
