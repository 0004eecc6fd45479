package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindOrderTests {
    @ParameterizedTest
    @CsvSource({
        "CustomResourceDefinition, Namespace",
        "Namespace, ResourceQuota",
        "ServiceAccount, Secret",
        "StorageClass, PersistentVolumeClaim",
        "Secret, Deployment",
        "ConfigMap, Job",
        "NetworkPolicy, StatefulSet",
        "Service, StatefulSet",
        "PersistentVolumeClaim, Deployment",
        "Deployment, HorizontalPodAutoscaler",
        "StatefulSet, PodDisruptionBudget",
        "Deployment, Ingress",
        "Deployment, SomethingNobodyKnows"
    })
    void whatIsReferredToComesFirst(String first, String second) {
        assertThat(KindOrder.rank(first)).isLessThan(KindOrder.rank(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Namespace", "PersistentVolume", "PersistentVolumeClaim", "CustomResourceDefinition"})
    void whatDataHangsOnIsKept(String kind) {
        assertThat(KindOrder.kept(kind)).isTrue();
    }

    @Test
    void restIsNotKept() {
        assertThat(KindOrder.kept("StatefulSet")).isFalse();
        assertThat(KindOrder.kept("StorageClass")).isFalse();
    }
}
