package dev.slipway.platform.explain;

import dev.slipway.platform.render.addon.AddonComposers;
import dev.slipway.platform.render.middleware.MiddlewareComposers;
import dev.slipway.platform.render.part.Spreading;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.Cluster;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds where a key is left out whose default is no constant. */
final class Derived {
    private static final String CONSTANT = "default";

    private final Environment environment;

    Derived(Environment environment) {
        this.environment = environment;
    }

    /** A value and where it comes from. */
    record Value(String value, String from) {}

    Optional<Value> of(List<String> path) {
        String section = path.get(0);
        if (path.equals(List.of("profile"))) {
            return Optional.of(new Value(environment.springProfile(), "derived from name"));
        }
        if (path.size() < 3) {
            return Optional.empty();
        }
        String name = path.get(1);
        String key = String.join(".", path.subList(2, path.size()));
        return switch (section) {
            case "middleware" -> middleware(name, key);
            case "services" -> service(name, key);
            case "addons" -> addon(name, key);
            default -> Optional.empty();
        };
    }

    private Optional<Value> middleware(String name, String key) {
        return MiddlewareKind.named(name).flatMap(kind -> {
            var server = environment.middleware().get(kind);
            boolean runsHere =
                    server != null && server.outside() == null && cluster().isPresent();
            if (!runsHere && !key.equals("port")) {
                return Optional.empty();
            }
            return switch (key) {
                case "port" -> constant(Integer.toString(kind.usualPort()));
                case "memory" -> constant(kind.usualMemory().toString());
                case "image" -> constant(MiddlewareComposers.pinnedImage(kind));
                case "storageClass" -> storageClass();
                case "placement.priority" -> priority(Spreading.MIDDLEWARE_PRIORITY);
                default -> Optional.empty();
            };
        });
    }

    private Optional<Value> service(String name, String key) {
        Service service = environment.services().get(name);
        if (service == null) {
            return Optional.empty();
        }
        return switch (key) {
            case "module" -> Optional.of(new Value(service.moduleOf(name), "derived from the name"));
            case "image" ->
                environment.cluster() == null
                        ? Optional.empty()
                        : Optional.of(new Value(Variables.PLACEHOLDERS.image(name), "derived from the name"));
            case "volume.storageClass" -> volume(service);
            case "placement.priority" -> priority(Spreading.SERVICES_PRIORITY);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> addon(String name, String key) {
        return Stream.of(AddonKind.values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .flatMap(kind -> switch (key) {
                    case "namespace" -> constant(kind.usualNamespace());
                    case "image" -> constant(AddonComposers.pinnedImage(kind));
                    default -> Optional.empty();
                });
    }

    private static Optional<Value> constant(String value) {
        return Optional.of(new Value(value, CONSTANT));
    }

    private Optional<Value> storageClass() {
        return cluster()
                .flatMap(cluster -> Optional.ofNullable(cluster.storageClass()))
                .map(inherited -> new Value(inherited, "derived from cluster.storageClass"));
    }

    private Optional<Value> volume(Service service) {
        String name = service.volume() == null ? null : service.volume().name();
        if (name == null) {
            return storageClass();
        }
        return cluster()
                .map(Cluster::volumes)
                .or(() -> Optional.of(Map.of()))
                .flatMap(volumes -> Optional.ofNullable(volumes.get(name)))
                .map(made -> new Value(made.storageClass(), "derived from cluster.volumes." + name + ".storageClass"));
    }

    /** The local environment has no classes. */
    private Optional<Value> priority(String of) {
        return cluster().map(cluster -> new Value(Spreading.className(environment, of), "derived from name"));
    }

    private Optional<Cluster> cluster() {
        return Optional.ofNullable(environment.cluster());
    }
}
