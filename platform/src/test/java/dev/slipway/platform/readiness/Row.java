package dev.slipway.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.cluster.AsRead;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;

/** One row of the table: an object as the API server shows it, and the verdict about it. */
record Row(String name, HasMetadata object, Class<? extends Readiness> verdict, String reason) {
    static Row ready(String name, HasMetadata object) {
        return new Row(name, object, Readiness.Ready.class, "");
    }

    static Row ready(String name, HasMetadata object, String note) {
        return new Row(name, object, Readiness.Ready.class, note);
    }

    static Row waits(String name, HasMetadata object, String reason) {
        return new Row(name, object, Readiness.Progressing.class, reason);
    }

    static Row fails(String name, HasMetadata object, String reason) {
        return new Row(name, object, Readiness.Failed.class, reason);
    }

    void assertVerdict() {
        Readiness readiness = ReadinessRules.of(AsRead.of(object), around());

        assertThat(readiness).isInstanceOf(verdict);
        assertThat(readiness.reason()).contains(reason);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Around around() {
        StorageClass late = storageClass("late", "WaitForFirstConsumer");
        StorageClass now = storageClass("now", "Immediate");
        IngressClass nginx = Written.object(
                "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: nginx}}", IngressClass.class);
        return new Around(
                List.of(),
                List.of(),
                Map.of(
                        StorageClass.class, List.of(late, now),
                        IngressClass.class, List.of(nginx),
                        GatewayClass.class, List.of(gatewayClass("taken", "True"), gatewayClass("idle", "Unknown")),
                        Gateway.class, List.of(gateway("taken"), gateway("idle"), gateway("none"))));
    }

    /** @param accepted as its controller says, or else the server */
    private static HasMetadata gatewayClass(String name, String accepted) {
        return Written.object("""
                {apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: %s},
                 status: {conditions: [{type: Accepted, status: '%s', reason: R, message: m}]}}
                """.formatted(name, accepted), HasMetadata.class);
    }

    /** Named like its class. */
    private static HasMetadata gateway(String name) {
        return Written.object("""
                {apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: %1$s},
                 spec: {gatewayClassName: %1$s}}
                """.formatted(name), HasMetadata.class);
    }

    private static StorageClass storageClass(String name, String mode) {
        return Written.object("""
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, volumeBindingMode: %s, metadata: {name: %s,
                 annotations: {storageclass.kubernetes.io/is-default-class: 'true'}}}
                """.formatted(mode, name), StorageClass.class);
    }

    static HasMetadata object(String version, String kind, String rest) {
        return Written.object(
                "{apiVersion: %s, kind: %s, metadata: {name: o}, %s}".formatted(version, kind, rest),
                HasMetadata.class);
    }
}
