package dev.slipway.platform.render.middleware;

import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import java.util.Optional;

/** Which composer makes which middleware. */
public final class MiddlewareComposers {
    private MiddlewareComposers() {}

    /** The composer of a middleware that runs on the cluster itself. */
    public static Optional<Composer> of(MiddlewareKind kind, Middleware server, Context context) {
        return Optional.empty();
    }
}
