package dev.slipway.platform.render.addon;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A production environment with a volume, an entry and an add-on, rendered. */
final class Addons {
    private Addons() {}

    /** An add-on as it is without any switch. */
    static String plain(AddonKind kind) {
        return kind + (kind.provisions() ? ": { server: nfs.example.com, path: /export }" : ": {}");
    }

    static Environment environment(String addon) {
        return Descriptions.parse("platform.yaml", """
                apiVersion: slipway.dev/v1
                kind: Environment
                name: example
                cluster: { production: true }
                namespace: { name: his }
                addons: { %s }
                middleware:
                  nacos: { memory: 1Gi }
                services:
                  server-gateway:
                    entry: true
                    needs: [nacos]
                    autoscale: { min: 2, max: 4 }
                    expose: { host: www.example.com, tls: www-tls }
                    volume: { size: 1Gi, path: /files }
                """.formatted(addon)).orThrow();
    }

    static Manifests rendered(Environment environment) {
        return Rendering.of(environment, new Variables("registry", "his", "1"), new Contents(new TreeMap<>()));
    }

    static List<Manifest> of(AddonKind kind, String addon) {
        return rendered(environment(addon)).manifests().stream()
                .filter(manifest -> manifest.component().equals(kind.toString()))
                .toList();
    }

    /** The only object of a type of an add-on. */
    static <T extends HasMetadata> T one(AddonKind kind, String addon, Class<T> type) {
        return all(kind, addon, type)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " of " + kind));
    }

    static <T extends HasMetadata> Stream<T> all(AddonKind kind, String addon, Class<T> type) {
        return of(kind, addon).stream()
                .map(Manifest::object)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
