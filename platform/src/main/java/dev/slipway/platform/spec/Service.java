package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.InvalidField;
import dev.slipway.platform.yaml.Matches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Spring Boot process of an environment; its name is its key, and the name under which it registers. What stands
 * below {@code environment} is for a cluster.
 *
 * @param module directory of its Maven module; {@code services/<name>} when left out
 * @param port what it listens on; not left out in the local environment
 * @param entry whether callers from outside come in here; one service does
 * @param needs middleware and services that have to be ready before it starts; its secrets follow from the middleware
 * @param schema short name of its database schema ({@code user} for {@code slipway_user}); with {@code needs: [mysql]}
 *     only
 * @param secrets what it is given beside the secrets of what it needs
 * @param partner whether it is somebody else's system and no part of the platform: it is given no {@code identity-key}, and
 *     its {@code data-key} is its own
 * @param handMadeSecrets Secrets of the namespace that somebody makes, and which of their keys it is given: each as a file
 *     of that name beside its other secrets, which Spring reads as a property
 * @param memory what it may use as a whole; of a pod 45 % are for the heap, and up to 256Mi for classes and compiled code
 * @param environment further variables of its process, none of them secret
 * @param calls services that it calls and can start without; together with {@code needs} all that it may connect to
 * @param outbound whether it may call addresses outside of the cluster, on port 443
 * @param image in the place of {@code ${REGISTRY}/<name>:${TAG}}
 * @param replicas number of pods; without {@code autoscale} only
 * @param autoscale as many pods as the load needs, in the place of {@code replicas}
 * @param expose how callers from outside reach it; they do not when left out
 * @param resources what a pod takes beside its memory
 * @param start how long a start may take before it is given up
 * @param drain how long its callers take to notice that it has left the registry
 * @param rollout how new pods take the place of old ones
 * @param placement where its pods run
 * @param nodePort a port of every node that leads to it, for clusters without an ingress controller
 * @param volume files that outlive its pods
 * @param connections to MySQL that each pod keeps at the most; with a {@code schema} only
 * @param grpcPort where it answers gRPC too; whether it is ready is asked there, by gRPC's own health service
 */
public record Service(
        @Nullable @Matches(value = "(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._/-]*", allowed = "a directory below the sources")
        String module,

        @Between(min = 1, max = 65535) @Default("8080") int port,
        @Default("false") boolean entry,
        List<String> needs,

        @Nullable @Matches(value = "[a-z][a-z0-9_]{0,31}", allowed = "lower-case letters, digits and underscores")
        String schema,

        Set<ServiceSecret> secrets,
        @Default("false") boolean partner,
        Map<String, Set<String>> handMadeSecrets,
        @Default("640Mi") Memory memory,
        Map<String, String> environment,
        Set<String> calls,
        @Default("false") boolean outbound,

        @Nullable @Matches(value = Service.IMAGE, allowed = Service.IMAGE_ALLOWED)
        String image,

        @Between(min = 1, max = 1000) @Default("1") int replicas,
        @Nullable Autoscale autoscale,
        @Nullable Expose expose,
        @Default("{}") Resources resources,
        @Default("3m") Duration start,
        @Default("5s") Duration drain,
        @Default("{}") Rollout rollout,
        @Default("{}") Placement placement,
        @Nullable @Between(min = 30_000, max = 32_767) Integer nodePort,
        @Nullable Volume volume,
        @Between(min = 2, max = 1000) @Default("10") int connections,
        @Nullable @Between(min = 1, max = 65535) Integer grpcPort) {
    /** Where it answers the dashboard of Sentinel, in an environment that has one. */
    public static final int COMMANDS = 8719;

    static final String IMAGE = "[A-Za-z0-9${][A-Za-z0-9._/:${}-]*(:[A-Za-z0-9._${}-]+|@sha256:[0-9a-f]{64})";
    static final String IMAGE_ALLOWED = "an image with its tag or digest";

    private static final Duration LEAST_START = Duration.ofSeconds(5);

    public Service {
        if (grpcPort != null && grpcPort == port) {
            throw new InvalidField("grpcPort", grpcPort + " is its 'port' too, allowed: another one");
        }
        if (start.compareTo(LEAST_START) < 0) {
            throw new InvalidField("start", "no start is that fast, allowed: 5s or more");
        }
    }

    /** All that it listens on. */
    public Set<Integer> ports() {
        return grpcPort == null ? Set.of(port) : Set.of(port, grpcPort);
    }

    /** The directory of the Maven module of the service with this name, relative to the sources. */
    public String moduleOf(String name) {
        return module == null ? "services/" + name : module;
    }
}
