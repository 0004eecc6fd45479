package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.jspecify.annotations.Nullable;

/** Picks the rule for an object's kind. */
public final class ReadinessRules {
    private ReadinessRules() {}

    /**
     * The verdict about an object as the cluster has it.
     *
     * @param object with its status
     */
    public static Readiness of(HasMetadata object, Around around) {
        if (object.getMetadata().getDeletionTimestamp() != null && !(object instanceof Namespace)) {
            return Readiness.progressing("is being deleted");
        }
        if (object instanceof Deployment deployment) {
            return DeploymentRule.of(deployment, around);
        } else if (object instanceof StatefulSet set) {
            return StatefulSetRule.of(set, around);
        } else if (object instanceof DaemonSet set) {
            return DaemonSetRule.of(set, around);
        } else if (object instanceof Job job) {
            return ConditionRules.job(job);
        } else if (object instanceof PersistentVolumeClaim claim) {
            return ClaimRule.of(claim, around);
        }
        return withoutPods(object, around);
    }

    private static Readiness withoutPods(HasMetadata object, Around around) {
        if (object instanceof Service service) {
            return NetworkRules.service(service);
        } else if (object instanceof Ingress ingress) {
            return NetworkRules.ingress(ingress, around);
        } else if (object instanceof Gateway gateway) {
            return GatewayRules.gateway(gateway, around);
        } else if (object instanceof HTTPRoute route) {
            return GatewayRules.route(route, around);
        } else if (object instanceof CustomResourceDefinition definition) {
            return ConditionRules.definition(definition);
        } else if (object instanceof APIService service) {
            return ConditionRules.apiService(service);
        } else if (object instanceof Namespace namespace) {
            return ConditionRules.namespace(namespace);
        }
        return onceNoticed(object);
    }

    private static Readiness onceNoticed(HasMetadata object) {
        if (object instanceof PodDisruptionBudget budget) {
            return ObservedRules.budget(budget);
        } else if (object instanceof HorizontalPodAutoscaler scaler) {
            return ObservedRules.scaler(scaler);
        } else if (object instanceof ResourceQuota quota) {
            return ObservedRules.quota(quota);
        }
        return Readiness.ready(); // the cluster has it, and it has nothing to start
    }

    /** Whether a status was written for an older form of its object, so that it says nothing about this one. */
    static boolean outdated(HasMetadata object, @Nullable Long observed) {
        Long generation = object.getMetadata().getGeneration();
        return generation != null && (observed == null || observed < generation);
    }

    static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
