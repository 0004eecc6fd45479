package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** An object as it comes from a cluster. */
public final class AsRead {
    private AsRead() {}

    public static HasMetadata of(HasMetadata object) {
        return TypedObjects.state((ObjectNode) Api.read(Api.OBJECTS.asJson(object)));
    }
}
