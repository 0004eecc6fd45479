package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Outside;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The name under which clients find a server that somebody else runs. */
public record OutsideServer(MiddlewareKind kind, Outside outside, Context context) implements Composer {
    @Override
    public Stream<Manifest> manifests() {
        Stream<HasMetadata> objects = outside.host() == null ? Stream.of(service(), slice()) : Stream.of(alias());
        return objects.map(object -> new Manifest(object, kind.toString(), Set.of()));
    }

    private HasMetadata alias() {
        return new ServiceBuilder()
                .withMetadata(context.metadata(kind.toString(), kind.toString()))
                .withNewSpec()
                .withType("ExternalName")
                .withExternalName(outside.host())
                .endSpec()
                .build();
    }

    private HasMetadata service() {
        return new ServiceBuilder()
                .withMetadata(context.metadata(kind.toString(), kind.toString()))
                .withNewSpec()
                .withType("ClusterIP")
                .withPorts(ports().map(OutsideServer::port).toList())
                .endSpec()
                .build();
    }

    private EndpointSlice slice() {
        var labels = new TreeMap<>(context.labels(kind.toString()));
        labels.put("kubernetes.io/service-name", kind.toString());
        var slice = new EndpointSliceBuilder()
                .withMetadata(context.metadata(kind.toString(), kind.toString()))
                .editMetadata()
                .withLabels(labels)
                .endMetadata()
                .withAddressType("IPv4");
        ports().forEach(port -> slice.addNewPort()
                .withName(name(port))
                .withPort(port)
                .withProtocol("TCP")
                .endPort());
        outside.addresses().forEach(address -> slice.addNewEndpoint()
                .withAddresses(List.of(address))
                .withNewConditions(true, true, false)
                .endEndpoint());
        return slice.build();
    }

    private Stream<Integer> ports() {
        return kind.clientPorts(context.environment().port(kind)).stream().sorted();
    }

    private static ServicePort port(int number) {
        return new ServicePortBuilder()
                .withName(name(number))
                .withPort(number)
                .withTargetPort(new IntOrString(number))
                .withProtocol("TCP")
                .build();
    }

    private static String name(int port) {
        return "tcp-" + port;
    }
}
