package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.spec.MiddlewareKind;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;

/** What to change for a cause that a program tells itself. */
final class LogRemedies {
    private LogRemedies() {}

    static String of(Scene scene, Pod pod, ContainerStatus container, Cause cause) {
        String component = scene.component();
        return switch (cause) {
            case NACOS_UNREACHABLE ->
                scene.keys().diagnose(MiddlewareKind.NACOS.toString()) + "; " + scene.key("needs")
                        + " has to name it, which also opens the network";
            case NOT_NAMED -> scene.keys().diagnose(MiddlewareKind.NACOS.toString());
            case SERVER_UNREACHABLE ->
                "see that the server runs; " + scene.key("needs") + " has to name it, which also opens the network";
            case PASSWORD_REFUSED ->
                "the server keeps the password of its first start: put that back into the Secret " + component
                        + "-secrets";
            case SECRET_UNUSABLE ->
                scene.key("secrets") + ", then " + scene.keys().apply();
            case CONFIGURATION_ABSENT ->
                "deploy/config/" + component + ".yaml or deploy/config/shared.yaml, then "
                        + scene.keys().apply();
            case MIGRATION_CHANGED, MIGRATION_FAILED ->
                scene.keys().module(component) + "/src/main/resources/db/migration";
            case PORT_TAKEN -> scene.key("port");
            case JVM_OUT_OF_MEMORY -> scene.key("memory");
            case JAVA_VERSION -> scene.key("image") + ": build it on a newer Java";
            case DISK_FULL -> scene.key("resources.disk") + ", or the size of its volume";
            case DATA_IN_USE -> scene.key("replicas") + ": its volume is for one pod";
            default ->
                "what its log says; all of it: kubectl logs -n "
                        + pod.getMetadata().getNamespace() + " "
                        + pod.getMetadata().getName() + " -c " + container.getName() + "; its settings: "
                        + scene.key("environment");
        };
    }
}
