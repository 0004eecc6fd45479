package dev.slipway.platform.render.part;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.spec.Addon;
import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.Cluster;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Namespace;
import dev.slipway.platform.spec.Outside;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a composer knows: the whole description, where it is rendered for, and the names that components share. */
public final class Context {
    private static final String PART_OF = "slipway";
    private static final String NAME_LABEL = "app.kubernetes.io/name";
    private final Environment environment;
    private final Variables variables;
    private final Contents contents;
    private final Calls calls;

    public Context(Environment environment, Variables variables, Contents contents) {
        this(environment, variables, contents, Calls.of(environment));
    }

    private Context(Environment environment, Variables variables, Contents contents, Calls calls) {
        this.environment = environment;
        this.variables = variables;
        this.contents = contents;
        this.calls = calls;
    }

    public Environment environment() {
        return environment;
    }

    public Variables variables() {
        return variables;
    }

    public Contents contents() {
        return contents;
    }

    /** The namespace of all but add-ons, which know the description {@link #in} one of their own. */
    public String namespace() {
        return variables.namespace();
    }

    /** The same for objects that live elsewhere. */
    public Context in(String namespace) {
        var there = new Variables(variables.registry(), namespace, variables.tag());
        return new Context(environment, there, contents, calls);
    }

    /** What is true of the cluster; a checked description of a cluster has it. */
    public Cluster cluster() {
        return Objects.requireNonNull(environment.cluster(), "cluster");
    }

    /** How the namespace is described. */
    public Namespace space() {
        return Objects.requireNonNull(environment.namespace(), "namespace");
    }

    /** Whether nothing may stand on one pod alone. */
    public boolean production() {
        return cluster().production();
    }

    /** Where the pods run that let callers in: those of our own controller, or those that the description names. */
    public String edgeNamespace() {
        AddonKind controller =
                switch (cluster().routing()) {
                    case INGRESS -> AddonKind.INGRESS_NGINX;
                    case GATEWAY_API -> AddonKind.GATEWAY_CONTROLLER;
                };
        Addon ours = environment.addons().get(controller);
        return ours == null ? cluster().edgeNamespace() : ours.namespaceOf(controller);
    }

    /** Labels of every object of a component. */
    public Map<String, String> labels(String component) {
        return sorted(Map.of(
                NAME_LABEL,
                component,
                "app.kubernetes.io/instance",
                environment.name(),
                "app.kubernetes.io/part-of",
                PART_OF,
                "app.kubernetes.io/managed-by",
                PART_OF));
    }

    /** Labels that find the pods of a component and never change. */
    public Map<String, String> selector(String component) {
        return sorted(Map.of(NAME_LABEL, component, "app.kubernetes.io/instance", environment.name()));
    }

    /** Metadata of an object in the namespace of the environment. */
    public ObjectMeta metadata(String name, String component) {
        return new ObjectMetaBuilder(metadataOfCluster(name, component))
                .withNamespace(namespace())
                .build();
    }

    /** Metadata of an object that has no namespace. */
    public ObjectMeta metadataOfCluster(String name, String component) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withLabels(labels(component))
                .build();
    }

    /** The name of the Secret with the generated secrets of a component. */
    public static String secretName(String component) {
        return component + "-secrets";
    }

    /** The Secret with the generated secrets of a component: key in it → which secret. */
    public GeneratedSecret secret(String component, Map<String, SecretName> keys) {
        return new GeneratedSecret(namespace(), secretName(component), component, keys);
    }

    /** What every pod of the environment pulls its images with. */
    public List<LocalObjectReference> pullSecrets() {
        String secret = cluster().imagePullSecret();
        return secret == null ? List.of() : List.of(new LocalObjectReference(secret));
    }

    /** A name inside the cluster that holds from every namespace. */
    public String address(String service) {
        return service + "." + namespace() + ".svc." + cluster().domain();
    }

    /** Where a component is when somebody else runs it. */
    public Optional<Outside> outside(String component) {
        return MiddlewareKind.named(component)
                .map(environment.middleware()::get)
                .flatMap(server -> Optional.ofNullable(server.outside()));
    }

    /** What a component may connect to: what it needs and what it calls. */
    public Set<String> calledBy(String component) {
        return calls.called().getOrDefault(component, Set.of());
    }

    /** Whether services show themselves in a dashboard of Sentinel that runs here, and are asked by it. */
    public boolean reportsToDashboard() {
        return Calls.reportToDashboard(environment);
    }

    /** Who may connect to a component. */
    public Set<String> callersOf(String component) {
        return calls.callers().getOrDefault(component, Set.of());
    }

    /** The ports that a component is called at. */
    public Set<Integer> portsOf(String component) {
        Service service = environment.services().get(component);
        return service != null
                ? service.ports()
                : MiddlewareKind.named(component)
                        .map(kind -> kind.clientPorts(environment.port(kind)))
                        .orElse(Set.of());
    }

    private static SortedMap<String, String> sorted(Map<String, String> labels) {
        return new TreeMap<>(labels);
    }
}
