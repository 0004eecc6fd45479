package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is there for the Jobs of a rotation: an account, and ways to the servers that they tell of new passwords. */
public record RotationComposer(Context context) implements Composer {
    @Override
    public Stream<Manifest> manifests() {
        List<NetworkPolicyEgressRule> ways = context.environment().middleware().entrySet().stream()
                .filter(entry -> entry.getValue().outside() == null)
                .map(entry -> new Server(entry.getKey(), entry.getValue(), context))
                .filter(server -> !ports(server).isEmpty())
                .map(server -> Edges.to(context, server.name(), ports(server)))
                .toList();
        return ways.isEmpty()
                ? Stream.empty()
                : Stream.of(
                                Shared.account(context, Rotations.COMPONENT),
                                Edges.of(context, Rotations.COMPONENT, Set.of(), new Edges.More(List.of(), ways)))
                        .map(object -> new Manifest(object, Rotations.COMPONENT, Set.of()));
    }

    /** Where a server is told; nowhere when it is not. */
    static Set<Integer> ports(Server server) {
        return switch (server.kind()) {
            case MYSQL, MONGODB -> Set.of(server.port());
            case REDIS -> RedisComposer.portsOf(server);
            case RABBITMQ -> RabbitmqComposer.NODE_PORTS;
            case NACOS, SENTINEL_DASHBOARD -> Set.of();
        };
    }
}
