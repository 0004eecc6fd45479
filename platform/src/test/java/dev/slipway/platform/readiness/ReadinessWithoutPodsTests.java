package dev.slipway.platform.readiness;

import static dev.slipway.platform.readiness.Row.fails;
import static dev.slipway.platform.readiness.Row.object;
import static dev.slipway.platform.readiness.Row.ready;
import static dev.slipway.platform.readiness.Row.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds without pods, and those whose pods say nothing about them. */
class ReadinessWithoutPodsTests {
    private static final String OLD = "observedGeneration: 1, ";

    static Stream<Row> others() {
        return Stream.of(
                ready("Job", object("batch/v1", "Job", "status: {conditions: [{type: Complete, status: 'True'}]}")),
                waits("Job without status", object("batch/v1", "Job", "spec: {}"), "runs"),
                waits("Job running", object("batch/v1", "Job", "status: {active: 1}"), "runs"),
                fails(
                        "Job failed",
                        object(
                                "batch/v1",
                                "Job",
                                "status: {conditions: [{type: Failed, status: 'True', reason: R, message: m}]}"),
                        "R: m"),
                ready("bound", claim("", "Bound")),
                fails("lost", claim("volumeName: v, ", "Lost"), "its volume v is gone"),
                waits("no class", claim("storageClassName: none, ", "Pending"), "there is no storage class none"),
                ready("first consumer", claim("storageClassName: late, ", "Pending")),
                waits("waiting for its volume", claim("storageClassName: now, ", "Pending"), "no volume yet"),
                waits("bound by hand", claim("storageClassName: '', ", "Pending"), "no volume yet"),
                waits(
                        "claim without status",
                        object("v1", "PersistentVolumeClaim", "spec: {storageClassName: now}"),
                        "no volume yet"),
                fails("two defaults", claim("", "Pending"), "two default storage classes: late, now"),
                ready("cluster address", service("clusterIP: 10.0.0.1")),
                ready("headless", service("clusterIP: None")),
                ready("external", service("type: ExternalName")),
                waits("balancer", service("type: LoadBalancer, clusterIP: 10.0.0.1"), "load balancer"),
                ready(
                        "balanced",
                        object(
                                "v1",
                                "Service",
                                "spec: {type: LoadBalancer, clusterIP: 10.0.0.1}, status: {loadBalancer: {ingress: [{ip: 1.2.3.4}]}}")),
                waits("no cluster address", service("type: ClusterIP"), "no cluster address"),
                ready("ingress", ingress("nginx"), "no address yet"),
                ready(
                        "ingress with an address",
                        object(
                                "networking.k8s.io/v1",
                                "Ingress",
                                "spec: {ingressClassName: nginx}, status: {loadBalancer: {ingress: [{ip: 1.2.3.4}, {hostname: lb.example.com}]}}"),
                        "at 1.2.3.4, lb.example.com"),
                ready("ingress of the default class", object("networking.k8s.io/v1", "Ingress", "spec: {}")),
                fails("ingress without class", ingress("traefik"), "there is no ingress class traefik"),
                ready("established", definition("True", "True")),
                waits("not established", definition("True", "False"), "not established"),
                waits(
                        "definition without status",
                        object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec: {}"),
                        "not established"),
                fails("names taken", definition("False", "False"), "not accepted"),
                ready("API service", apiService("True")),
                waits("API service that does not answer", apiService("False"), "not available: m"),
                waits(
                        "API service without status",
                        object("apiregistration.k8s.io/v1", "APIService", "spec: {}"),
                        "not available yet"),
                waits("namespace without status", object("v1", "Namespace", "spec: {}"), "not active yet"),
                ready("active", object("v1", "Namespace", "status: {phase: Active}")),
                fails("terminating", object("v1", "Namespace", "status: {phase: Terminating}"), "being deleted"),
                ready("nothing to start", object("v1", "ConfigMap", "data: {}")),
                ready("limits", object("v1", "LimitRange", "spec: {limits: []}")),
                ready("priority", object("scheduling.k8s.io/v1", "PriorityClass", "value: 1")),
                ready("time table", object("batch/v1", "CronJob", "spec: {schedule: '* * * * *'}")));
    }

    /** A status that was written for an older form says nothing about this one. */
    static Stream<Row> observed() {
        return Stream.of(
                waits(
                        "PDB of before",
                        observed("policy/v1", "PodDisruptionBudget", OLD + "currentHealthy: 2"),
                        "noticed"),
                waits("PDB without status", observed("policy/v1", "PodDisruptionBudget", ""), "noticed"),
                ready("PDB", observed("policy/v1", "PodDisruptionBudget", "observedGeneration: 2")),
                waits("HPA of before", observed("autoscaling/v2", "HorizontalPodAutoscaler", OLD), "noticed"),
                ready("HPA", observed("autoscaling/v2", "HorizontalPodAutoscaler", "observedGeneration: 2")),
                ready("HPA that does not say", observed("autoscaling/v2", "HorizontalPodAutoscaler", "")),
                waits("quota without status", quota(""), "noticed"),
                waits("quota of before", quota("hard: {pods: '5', requests.memory: 1Gi}"), "noticed"),
                waits("quota with a new limit", quota("hard: {pods: '6'}"), "noticed"),
                ready("quota", quota("hard: {pods: '6', requests.memory: 1024Mi}, used: {pods: '6'}")));
    }

    @ParameterizedTest
    @MethodSource({"others", "observed"})
    void everyRowOfTheTableHasItsVerdict(Row row) {
        row.assertVerdict();
    }

    /** Whatever it was, it is going. */
    @ParameterizedTest
    @ValueSource(strings = {"ConfigMap", "Service", "PersistentVolumeClaim"})
    void whatIsBeingDeletedIsNotReady(String kind) {
        HasMetadata object = Written.object(
                "{apiVersion: v1, kind: %s, metadata: {name: o, deletionTimestamp: '2026-01-01T00:00:00Z'}}"
                        .formatted(kind),
                HasMetadata.class);

        assertThat(ReadinessRules.of(object, Around.NOTHING)).isEqualTo(Readiness.progressing("is being deleted"));
    }

    private static HasMetadata observed(String version, String kind, String status) {
        return Written.object(
                "{apiVersion: %s, kind: %s, metadata: {name: o, generation: 2}, status: {%s}}"
                        .formatted(version, kind, status),
                HasMetadata.class);
    }

    private static HasMetadata quota(String status) {
        return object(
                "v1",
                "ResourceQuota",
                "spec: {hard: {pods: '6', requests.memory: 1Gi}}, status: {%s}".formatted(status));
    }

    private static HasMetadata apiService(String available) {
        return object(
                "apiregistration.k8s.io/v1",
                "APIService",
                "status: {conditions: [{type: Available, status: '%s', message: m}]}".formatted(available));
    }

    private static HasMetadata claim(String spec, String phase) {
        return object("v1", "PersistentVolumeClaim", "spec: {%s}, status: {phase: %s}".formatted(spec, phase));
    }

    private static HasMetadata service(String spec) {
        return object("v1", "Service", "spec: {" + spec + "}");
    }

    private static HasMetadata ingress(String name) {
        return object("networking.k8s.io/v1", "Ingress", "spec: {ingressClassName: " + name + "}");
    }

    private static HasMetadata definition(String accepted, String established) {
        return object("apiextensions.k8s.io/v1", "CustomResourceDefinition", """
                status: {conditions: [{type: NamesAccepted, status: '%s', message: m},
                 {type: Established, status: '%s'}]}
                """.formatted(accepted, established));
    }
}
