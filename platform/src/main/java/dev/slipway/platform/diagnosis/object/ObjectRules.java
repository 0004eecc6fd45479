package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.readiness.Readiness;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.List;
import java.util.Optional;

/** Objects without pods. */
final class ObjectRules {
    private ObjectRules() {}

    static Optional<Diagnosis> of(Scene scene) {
        if (scene.object() instanceof PersistentVolumeClaim claim) {
            return Optional.of(ClaimWait.of(scene, claim));
        }
        return scene.readiness() instanceof Readiness.Failed failed ? entrance(scene, failed) : Optional.empty();
    }

    private static Optional<Diagnosis> entrance(Scene scene, Readiness.Failed failed) {
        if (scene.object() instanceof Ingress) {
            return Optional.of(missing(scene, failed, IngressClass.class, "cluster.ingressClass"));
        }
        if (scene.object() instanceof Gateway gateway) {
            String wanted = gateway.getSpec().getGatewayClassName();
            return Optional.of(
                    names(scene, GatewayClass.class).contains(wanted)
                            ? refused(scene, failed, "services.NAME.expose")
                            : missing(scene, failed, GatewayClass.class, "cluster.gatewayClass"));
        }
        return scene.object() instanceof HTTPRoute
                ? Optional.of(refused(scene, failed, "services." + scene.component() + ".expose"))
                : Optional.empty();
    }

    private static Diagnosis missing(
            Scene scene, Readiness.Failed failed, Class<? extends HasMetadata> type, String key) {
        List<String> there = names(scene, type);
        return scene.says(
                Cause.CLASS_MISSING,
                failed.reason(),
                List.of("there " + (there.isEmpty() ? "are none" : "is " + String.join(", ", there))),
                scene.keys().at(key));
    }

    private static List<String> names(Scene scene, Class<? extends HasMetadata> type) {
        return scene.around().all(type).orElse(List.of()).stream()
                .map(candidate -> candidate.getMetadata().getName())
                .toList();
    }

    private static Diagnosis refused(Scene scene, Readiness.Failed failed, String key) {
        return scene.says(
                Cause.ENTRANCE_REFUSED,
                failed.reason(),
                List.of(),
                scene.keys().at(key) + "; or another controller: cluster.gatewayClass");
    }
}
