package dev.slipway.platform.render.service;

import static dev.slipway.platform.manifest.Manifest.FOUNDATION;

import dev.slipway.platform.render.part.Context;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

/** Who may look at the environment: all that helps to find a fault, and no Secret. */
final class Viewers {
    private static final String NAME = "slipway-viewer";

    private Viewers() {}

    static List<HasMetadata> of(Context context) {
        var role = new RoleBuilder()
                .withMetadata(context.metadata(NAME, FOUNDATION))
                .withRules(
                        look("", "configmaps", "events", "persistentvolumeclaims", "pods", "pods/log", "services"),
                        look("apps", "daemonsets", "deployments", "replicasets", "statefulsets"),
                        look("batch", "cronjobs", "jobs"),
                        look("autoscaling", "horizontalpodautoscalers"),
                        look("networking.k8s.io", "ingresses", "networkpolicies"),
                        look("policy", "poddisruptionbudgets"))
                .build();
        var binding = new RoleBindingBuilder()
                .withMetadata(context.metadata(NAME, FOUNDATION))
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
                .addNewSubject()
                .withKind("Group")
                .withApiGroup("rbac.authorization.k8s.io")
                .withName("slipway:viewers:" + context.environment().name())
                .endSubject()
                .build();
        return List.of(role, binding);
    }

    private static PolicyRule look(String group, String... resources) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs("get", "list", "watch")
                .build();
    }
}
