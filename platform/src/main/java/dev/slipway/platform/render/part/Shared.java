package dev.slipway.platform.render.part;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The small objects that every component has. */
public final class Shared {
    private Shared() {}

    /** An account of its own, without a token: no pod of ours talks to the API server unless it has to. */
    public static ServiceAccount account(Context context, String component) {
        return new ServiceAccountBuilder()
                .withMetadata(context.metadata(component, component))
                .withAutomountServiceAccountToken(false)
                .withImagePullSecrets(context.pullSecrets())
                .build();
    }

    /** At most one pod is taken away on purpose at a time; one that is not healthy stops nobody from emptying a node. */
    public static PodDisruptionBudget budget(Context context, String component) {
        return new PodDisruptionBudgetBuilder()
                .withMetadata(context.metadata(component, component))
                .withNewSpec()
                .withMaxUnavailable(new IntOrString(1))
                .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                .withNewSelector()
                .withMatchLabels(context.selector(component))
                .endSelector()
                .endSpec()
                .build();
    }

    /**
     * What clients connect to.
     *
     * @param ports by name, the names of the container's ports
     */
    public static Service service(Context context, String component, Map<String, Integer> ports) {
        return new ServiceBuilder()
                .withMetadata(context.metadata(component, component))
                .withNewSpec()
                .withType("ClusterIP")
                .withSelector(context.selector(component))
                .withPorts(ports(ports))
                .endSpec()
                .build();
    }

    /**
     * Gives each pod of a StatefulSet a name, also one that is not ready, which has to find the others first.
     *
     * @param name also the {@code serviceName} of the StatefulSet
     */
    public static Service headless(Context context, String name, String component, Map<String, Integer> ports) {
        return new ServiceBuilder()
                .withMetadata(context.metadata(name, component))
                .withNewSpec()
                .withClusterIP("None")
                .withPublishNotReadyAddresses(true)
                .withSelector(context.selector(component))
                .withPorts(ports(ports))
                .endSpec()
                .build();
    }

    private static List<ServicePort> ports(Map<String, Integer> ports) {
        return new TreeMap<>(ports)
                .entrySet().stream()
                        .map(port -> new ServicePortBuilder()
                                .withName(port.getKey())
                                .withPort(port.getValue())
                                .withTargetPort(new IntOrString(port.getKey()))
                                .withProtocol("TCP")
                                .build())
                        .toList();
    }

    /** A port of a container, which probes and Services call by its name. */
    public static ContainerPort port(String name, int number) {
        return new ContainerPortBuilder()
                .withName(name)
                .withContainerPort(number)
                .withProtocol("TCP")
                .build();
    }
}
