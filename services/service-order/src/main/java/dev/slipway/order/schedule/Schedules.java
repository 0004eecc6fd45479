package dev.slipway.order.schedule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.order.configuration.RemoteSettings;
import dev.slipway.order.configuration.RemoteUnavailable;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The schedules of service-hosp. Each is remembered for about a second, and of many who want the same one asks: what
 * is decided by it (whether booking is open) changes by the clock and the count is decided elsewhere.
 */
@Component
public class Schedules {
    private static final int MOST = 20_000;

    private final RestClient inner;
    private final Cache<String, Optional<ScheduleSnapshot>> recent;

    Schedules(RestClient innerClient, RemoteSettings settings) {
        this.inner = innerClient;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(settings.scheduleAge())
                .build();
    }

    /**
     * Empty for an unknown id.
     *
     * @throws RemoteUnavailable when service-hosp does not answer
     */
    public Optional<ScheduleSnapshot> find(String id) {
        return recent.get(id, this::read);
    }

    private Optional<ScheduleSnapshot> read(String id) {
        try {
            return Optional.ofNullable(inner.get()
                    .uri("http://service-hosp/inner/schedules/{id}", id)
                    .retrieve()
                    .body(ScheduleSnapshot.class));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.NOT_FOUND) {
                return Optional.empty();
            }
            throw new RemoteUnavailable("service-hosp", refused);
        } catch (RestClientException | IllegalStateException | IllegalArgumentException away) {
            throw new RemoteUnavailable("service-hosp", away);
        }
    }
}
