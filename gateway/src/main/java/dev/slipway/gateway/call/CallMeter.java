package dev.slipway.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/**
 * Time of calls under the name and tags the services use ({@code http.server.requests}); {@code uri} is the
 * route's id and {@code method} one of {@link ServedMethods}, so that the number of series stays small whatever is
 * asked for.
 */
final class CallMeter {
    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(String method, String route, int status) {}

    CallMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String method, String route, int status, long nanos) {
        timers.computeIfAbsent(new Key(method, route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        HttpStatus.Series series = HttpStatus.Series.resolve(key.status());
        return Timer.builder("http.server.requests")
                .tag("method", key.method())
                .tag("uri", key.route())
                .tag("status", Integer.toString(key.status()))
                .tag("outcome", series == null ? "UNKNOWN" : series.name())
                .publishPercentileHistogram(false)
                .register(registry);
    }
}
