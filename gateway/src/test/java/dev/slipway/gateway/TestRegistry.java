package dev.slipway.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import reactor.core.publisher.Flux;

/** A list of instances in the registry's place. */
final class TestRegistry implements ReactiveDiscoveryClient {
    private final Map<String, List<String>> instances = new ConcurrentHashMap<>();

    TestRegistry with(String service, String... urls) {
        instances.put(service, List.of(urls));
        return this;
    }

    @Override
    public String description() {
        return "test";
    }

    @Override
    public Flux<ServiceInstance> getInstances(String service) {
        return Flux.fromIterable(instances.getOrDefault(service, List.of())).map(url -> {
            URI uri = URI.create(url);
            return new DefaultServiceInstance(url, service, uri.getHost(), uri.getPort(), false);
        });
    }

    @Override
    public Flux<String> getServices() {
        return Flux.fromIterable(instances.keySet());
    }
}
