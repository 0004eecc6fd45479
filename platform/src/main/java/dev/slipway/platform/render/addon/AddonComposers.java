package dev.slipway.platform.render.addon;

import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Addon;
import dev.slipway.platform.spec.AddonKind;
import java.util.Optional;

/** Which composer makes which add-on. */
public final class AddonComposers {
    private AddonComposers() {}

    /** The composer of an add-on. */
    public static Optional<Composer> of(AddonKind kind, Addon addon, Context context) {
        return Optional.empty();
    }
}
