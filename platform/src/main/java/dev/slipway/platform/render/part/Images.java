package dev.slipway.platform.render.part;

import org.jspecify.annotations.Nullable;

/** Images of servers that are not ours: pinned here, replaced or held to a digest by a description. */
public final class Images {
    private Images() {}

    /**
     * The image to pull.
     *
     * @param described in the place of the pinned one
     * @param digest of the image, which no registry can change then
     */
    public static String of(String pinned, @Nullable String described, @Nullable String digest) {
        String image = described == null ? pinned : described;
        return digest == null ? image : image + "@" + digest;
    }
}
