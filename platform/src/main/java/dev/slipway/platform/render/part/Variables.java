package dev.slipway.platform.render.part;

/**
 * What differs between two applications of the same description.
 *
 * @param registry of our own images, without a slash at its end
 * @param namespace where the environment lives
 * @param tag of our own images
 */
public record Variables(String registry, String namespace, String tag) {
    /** Left for {@code envsubst}: they stand so in the committed file. */
    public static final Variables PLACEHOLDERS = new Variables("${REGISTRY}", "${NAMESPACE}", "${TAG}");

    /** One of our own images. */
    public String image(String name) {
        return registry + "/" + name + ":" + tag;
    }
}
