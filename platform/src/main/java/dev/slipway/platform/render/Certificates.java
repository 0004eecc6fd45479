package dev.slipway.platform.render;

import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.HandMadeSecret;
import dev.slipway.platform.spec.HandMadeSecret.Form;
import dev.slipway.platform.spec.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The certificates of an environment. In production nobody would take one that has signed itself. */
final class Certificates {
    private static final Set<String> KEYS = Set.of("tls.crt", "tls.key");
    private final Context context;

    Certificates(Context context) {
        this.context = context;
    }

    Stream<BroughtSecret> all() {
        return HandMadeSecret.of(context.environment()).stream()
                .filter(secret -> secret.form() == Form.TLS)
                .map(this::certificate);
    }

    private BroughtSecret certificate(HandMadeSecret secret) {
        var exposed = new TreeMap<String, Service>(context.environment().services());
        exposed.values()
                .removeIf(service -> service.expose() == null
                        || !secret.name().equals(service.expose().tls()));
        return new BroughtSecret(
                context.namespace(), secret.name(), exposed.firstKey(), secret.form(), making(secret, exposed));
    }

    private BroughtSecret.Making making(HandMadeSecret secret, Map<String, Service> exposed) {
        if (context.production() || !secret.keys().equals(KEYS)) {
            return new BroughtSecret.ByHand();
        }
        List<String> hosts = exposed.values().stream()
                .flatMap(service -> Stream.ofNullable(service.expose()))
                .map(expose -> expose.host())
                .distinct()
                .sorted()
                .toList();
        return new BroughtSecret.SelfSigned(hosts);
    }
}
