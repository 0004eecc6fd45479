package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One middleware server of an environment. What stands below {@code memory} is for a cluster.
 *
 * @param port what clients connect to; the usual one of its kind when left out, which the local environment may not
 * @param ports further ports by name; which names there are, {@link MiddlewareKind#namedPorts} says
 * @param needs what has to be ready before it starts
 * @param memory what it, or each of its members, may use as a whole; the usual amount of its kind when left out; on one
 *     machine a fixed amount, which this tells
 * @param replicas its members
 * @param storage the volume of each member
 * @param storageClass the cluster's when left out
 * @param image in the place of the pinned one
 * @param digest of that image, checked when it is pulled
 * @param resources what each member takes beside its memory
 * @param placement where its members run
 * @param updates how its members are replaced
 * @param connections that MySQL lets in at the most, 300 when left out; none of another kind
 * @param outside when somebody else runs it
 */
public record Middleware(
        @Nullable @Between(min = 1, max = 65535) Integer port,
        Map<String, Integer> ports,
        List<String> needs,
        @Nullable Memory memory,
        @Between(min = 1, max = 9) @Default("1") int replicas,
        @Default("1Gi") Memory storage,

        @Nullable @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String storageClass,

        @Nullable @Matches(value = Service.IMAGE, allowed = Service.IMAGE_ALLOWED)
        String image,

        @Nullable @Matches(value = "sha256:[0-9a-f]{64}", allowed = "sha256: and 64 digits")
        String digest,

        @Default("{}") Resources resources,
        @Default("{}") Placement placement,
        @Default("{}") Updates updates,
        @Nullable @Between(min = 50, max = 10_000) Integer connections,
        @Nullable Outside outside) {
    /** The memory that holds, for a server of this kind. */
    public Memory memory(MiddlewareKind kind) {
        return memory == null ? kind.usualMemory() : memory;
    }
}
