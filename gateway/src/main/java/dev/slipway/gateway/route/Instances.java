package dev.slipway.gateway.route;

import dev.slipway.gateway.background.Background;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.tcp.TcpClient;

/**
 * The living instances of each service asked for, as the registry lists them, less those that just refused a
 * connection. Such a one is left out until it accepts a connection again: the registry takes seconds to notice a
 * death, and a caller should meet it once at most. The list is read in the background, so that choosing never waits.
 *
 * <p>This stands in for Spring Cloud LoadBalancer, which either caches the dead for long or asks the registry on
 * another thread for each call, and knows neither deaths nor what a call has already tried.
 */
public final class Instances extends Background {
    static final Duration REFRESH = Duration.ofMillis(500);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(Instances.class);

    private final ReactiveDiscoveryClient registry;
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final Set<URI> dead = ConcurrentHashMap.newKeySet();

    private static final class Service {
        private final AtomicInteger turn = new AtomicInteger();
        private volatile @Nullable List<URI> instances;
    }

    public Instances(ReactiveDiscoveryClient registry) {
        this.registry = registry;
    }

    /**
     * The next instance in turn that is neither dead nor among those tried; when all others are dead, a dead one
     * not yet tried (it may be back); empty when none is left.
     */
    public Mono<URI> choose(String service, Set<URI> tried) {
        Service known = services.computeIfAbsent(service, name -> new Service());
        List<URI> instances = known.instances;
        if (instances != null && !instances.isEmpty()) {
            return Mono.justOrEmpty(pick(known, instances, tried));
        }
        return read(service, known).flatMap(read -> Mono.justOrEmpty(pick(known, read, tried)));
    }

    /** The same for a call's first try, when it can be told at once; null says nothing about the service. */
    @Nullable
    URI ready(String service) {
        Service known = services.get(service);
        if (known == null) {
            return null;
        }
        List<URI> instances = known.instances;
        return instances == null ? null : pick(known, instances, Set.of());
    }

    private @Nullable URI pick(Service service, List<URI> instances, Set<URI> tried) {
        int size = instances.size();
        int start = size == 0 ? 0 : Math.floorMod(service.turn.getAndIncrement(), size);
        URI fallback = null;
        for (int i = 0; i < size; i++) {
            URI candidate = instances.get((start + i) % size);
            if (!tried.contains(candidate)) {
                if (!dead.contains(candidate)) {
                    return candidate;
                }
                fallback = fallback == null ? candidate : fallback;
            }
        }
        return fallback;
    }

    /** This instance refused or broke a connection. */
    void died(URI instance) {
        if (dead.add(instance)) {
            log.warn("{} does not take connections; it is left out until it does", instance);
        }
    }

    private Mono<List<URI>> read(String service, Service known) {
        return registry.getInstances(service)
                .map(ServiceInstance::getUri)
                .sort()
                .collectList()
                .timeout(READ_TIMEOUT)
                .doOnNext(instances -> known.instances = List.copyOf(instances))
                .onErrorResume(failure -> {
                    log.warn("The registry did not tell the instances of {}: {}", service, failure.toString());
                    List<URI> last = known.instances;
                    return Mono.just(last == null ? List.<URI>of() : last);
                });
    }

    private Mono<Void> refresh() {
        Mono<Void> lists = Flux.fromIterable(services.entrySet())
                .flatMap(entry -> read(entry.getKey(), entry.getValue()))
                .then();
        return Mono.when(lists, Flux.fromIterable(dead).flatMap(this::probe));
    }

    private Mono<Void> probe(URI instance) {
        boolean listed = services.values().stream()
                .anyMatch(service -> service.instances != null && service.instances.contains(instance));
        if (!listed) {
            dead.remove(instance);
            return Mono.empty();
        }
        return TcpClient.newConnection()
                .host(instance.getHost())
                .port(instance.getPort())
                .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 300)
                .connect()
                .doOnNext(connection -> {
                    connection.dispose();
                    dead.remove(instance);
                    log.info("{} takes connections again", instance);
                })
                .then()
                .onErrorComplete();
    }

    @Override
    protected Mono<?> turn() {
        return Mono.defer(this::refresh).onErrorComplete().then(Mono.delay(REFRESH));
    }
}
