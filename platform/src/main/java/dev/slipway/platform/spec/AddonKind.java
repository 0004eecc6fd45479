package dev.slipway.platform.spec;

import java.util.Locale;

/** What the platform knows to add to a cluster. */
public enum AddonKind {
    /** Makes a folder on an NFS server for each claim. */
    NFS_PROVISIONER,
    /** The same by a CSI driver. */
    NFS_CSI,
    METRICS_SERVER,
    INGRESS_NGINX,
    /** A controller of the Gateway API. */
    GATEWAY_CONTROLLER,
    HEADLAMP,
    LOG_COLLECTOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
