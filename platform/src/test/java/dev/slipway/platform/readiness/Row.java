package dev.slipway.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

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
        Readiness readiness = ReadinessRules.of(object, around());

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
        return new Around(List.of(), List.of(), List.of(late, now), List.of(nginx));
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
