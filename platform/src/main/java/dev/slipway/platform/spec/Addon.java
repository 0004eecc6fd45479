package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import org.jspecify.annotations.Nullable;

/**
 * One add-on of an environment.
 *
 * @param image in the place of the pinned one
 * @param digest of that image, checked when it is pulled
 * @param namespace of its objects; each kind has its own
 * @param server name or address of the NFS server, for those that provision volumes
 * @param path exported by that server
 * @param replicas number of its pods, where it is no DaemonSet
 * @param memory what one of its pods may use
 * @param resources what one of its pods takes beside its memory
 * @param placement where its pods run
 */
public record Addon(
        @Nullable @Matches(value = Service.IMAGE, allowed = Service.IMAGE_ALLOWED)
        String image,

        @Nullable @Matches(value = "sha256:[0-9a-f]{64}", allowed = "sha256: and 64 digits")
        String digest,

        @Nullable @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED)
        String namespace,

        @Nullable @Matches(value = "[A-Za-z0-9.:-]+", allowed = "the name or address of a server")
        String server,

        @Nullable @Matches(value = "/[A-Za-z0-9._/-]*", allowed = "an absolute path")
        String path,

        @Between(min = 1, max = 100) @Default("1") int replicas,
        @Default("128Mi") Memory memory,
        @Default("{}") Resources resources,
        @Default("{}") Placement placement) {}
