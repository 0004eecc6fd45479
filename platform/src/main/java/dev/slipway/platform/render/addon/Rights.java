package dev.slipway.platform.render.addon;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import java.util.List;

/** What the account of an add-on may do: exactly what its program asks for. */
record Rights(Installation addon) {
    static final String RBAC = "rbac.authorization.k8s.io";
    private static final String CLUSTER_ROLE = "ClusterRole";

    /** @param resources of one API group */
    static PolicyRule allow(String group, List<String> resources, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs)
                .build();
    }

    /** The same for one object alone. */
    static PolicyRule allowOne(String group, String resource, String name, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withResourceNames(name)
                .withVerbs(verbs)
                .build();
    }

    /** What reading needs that is kept up to date. */
    static PolicyRule follow(String group, String... resources) {
        return allow(group, List.of(resources), "get", "list", "watch");
    }

    /** On the whole cluster. */
    List<HasMetadata> onCluster(PolicyRule... rules) {
        ObjectMeta metadata = addon.metadataOnCluster(addon.nameOnCluster());
        return List.of(
                new ClusterRoleBuilder().withMetadata(metadata).withRules(rules).build(),
                clusterRole(addon.nameOnCluster(), addon.nameOnCluster()));
    }

    /** By a role of the cluster, also one that Kubernetes brings. */
    HasMetadata clusterRole(String bindingName, String role) {
        return new ClusterRoleBindingBuilder()
                .withMetadata(addon.metadataOnCluster(bindingName))
                .withNewRoleRef(RBAC, CLUSTER_ROLE, role)
                .withSubjects(account(addon.name()))
                .build();
    }

    /** In one namespace. */
    List<HasMetadata> in(String namespace, PolicyRule... rules) {
        ObjectMeta metadata = new ObjectMetaBuilder(addon.metadata())
                .withNamespace(namespace)
                .withName(addon.name())
                .build();
        return List.of(
                new RoleBuilder().withMetadata(metadata).withRules(rules).build(),
                bound(metadata, "Role", addon.name(), addon.name()));
    }

    /** A role of a namespace, or of the cluster within a namespace, for an account of the add-on. */
    HasMetadata bound(ObjectMeta metadata, String kind, String role, String account) {
        return new RoleBindingBuilder()
                .withMetadata(metadata)
                .withNewRoleRef(RBAC, kind, role)
                .withSubjects(account(account))
                .build();
    }

    Subject account(String name) {
        return new SubjectBuilder()
                .withKind("ServiceAccount")
                .withName(name)
                .withNamespace(addon.own().namespace())
                .build();
    }
}
