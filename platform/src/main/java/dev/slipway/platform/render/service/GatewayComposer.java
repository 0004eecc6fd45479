package dev.slipway.platform.render.service;

import static dev.slipway.platform.manifest.Manifest.FOUNDATION;

import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Expose;
import dev.slipway.platform.spec.Routing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerBuilder;
import java.util.List;
import java.util.Optional;

/** The Gateway of an environment that routes by the Gateway API: a listener for each service that is exposed. */
final class GatewayComposer {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private GatewayComposer() {}

    static Optional<HasMetadata> gateway(Context context) {
        List<Listener> listeners = context.environment().services().entrySet().stream()
                .flatMap(
                        service -> Optional.ofNullable(service.getValue().expose())
                                .map(expose -> listener(service.getKey(), expose))
                                .stream())
                .toList();
        return context.cluster().routing() != Routing.GATEWAY_API || listeners.isEmpty()
                ? Optional.empty()
                : Optional.of(new GatewayBuilder()
                        .withMetadata(context.metadata(Entrance.GATEWAY, FOUNDATION))
                        .withNewSpec()
                        .withGatewayClassName(context.cluster().gatewayClass())
                        .withListeners(listeners)
                        .endSpec()
                        .build());
    }

    private static Listener listener(String name, Expose expose) {
        var listener = new ListenerBuilder()
                .withName(name)
                .withHostname(expose.host())
                .withPort(expose.tls() == null ? HTTP : HTTPS)
                .withProtocol(expose.tls() == null ? "HTTP" : "HTTPS");
        if (expose.tls() != null) {
            listener = listener.withNewTls()
                    .withMode("Terminate")
                    .addNewCertificateRef()
                    .withName(expose.tls())
                    .endCertificateRef()
                    .endTls();
        }
        return listener.build();
    }
}
