package dev.slipway.platform.render;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.spec.AddonKind;
import java.util.HashSet;
import java.util.Set;

/** What the described add-ons do for the objects of others: those wait until they can. */
record AddonNeeds(Set<AddonKind> addons) {
    /** The object with the add-ons that it needs beside what its composer says. */
    Manifest added(Manifest manifest) {
        var needs = new HashSet<>(manifest.needs());
        String kind = manifest.object().getKind();
        addons.stream()
                .filter(addon -> serves(addon, kind))
                .map(AddonKind::toString)
                .filter(addon -> !ofAnAddon(manifest))
                .forEach(needs::add);
        return new Manifest(manifest.object(), manifest.component(), needs);
    }

    private boolean ofAnAddon(Manifest manifest) {
        return addons.stream().anyMatch(addon -> addon.toString().equals(manifest.component()));
    }

    private static boolean serves(AddonKind addon, String kind) {
        return switch (addon) {
            case NFS_PROVISIONER, NFS_CSI ->
                Set.of("StatefulSet", "PersistentVolumeClaim").contains(kind);
            case METRICS_SERVER -> kind.equals("HorizontalPodAutoscaler");
            case INGRESS_NGINX -> kind.equals("Ingress");
            case GATEWAY_CONTROLLER -> Set.of("Gateway", "HTTPRoute").contains(kind);
            case HEADLAMP, LOG_COLLECTOR -> false;
        };
    }
}
