package dev.slipway.platform.render.addon;

import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Addon;
import dev.slipway.platform.spec.AddonKind;

/** Which composer makes which add-on. */
public final class AddonComposers {
    private AddonComposers() {}

    /** What its main container runs unless the description names another image. */
    public static String pinnedImage(AddonKind kind) {
        return switch (kind) {
            case NFS_PROVISIONER -> NfsProvisionerComposer.IMAGE;
            case NFS_CSI -> CsiParts.IMAGE;
            case METRICS_SERVER -> MetricsServerComposer.IMAGE;
            case INGRESS_NGINX -> IngressNginxComposer.IMAGE;
            case GATEWAY_CONTROLLER -> GatewayControllerComposer.IMAGE;
            case HEADLAMP -> HeadlampComposer.IMAGE;
            case LOG_COLLECTOR -> LogCollectorComposer.IMAGE;
        };
    }

    public static Composer of(AddonKind kind, Addon description, Context context) {
        var addon = Installation.of(kind, description, context);
        return switch (kind) {
            case NFS_PROVISIONER -> new NfsProvisionerComposer(addon);
            case NFS_CSI -> new NfsCsiComposer(addon);
            case METRICS_SERVER -> new MetricsServerComposer(addon);
            case INGRESS_NGINX -> new IngressNginxComposer(addon);
            case GATEWAY_CONTROLLER -> new GatewayControllerComposer(addon);
            case HEADLAMP -> new HeadlampComposer(addon);
            case LOG_COLLECTOR -> new LogCollectorComposer(addon);
        };
    }
}
