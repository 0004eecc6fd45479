package dev.slipway.order.hospital;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.order.configuration.RemoteSettings;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Where a hospital's system is and which key signs calls to it; kept in memory for less than a minute, never logged. */
@Component
class HospitalConnections {
    private final RestClient inner;
    private final Cache<String, Connection> recent;

    HospitalConnections(RestClient innerClient, RemoteSettings settings) {
        this.inner = innerClient;
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(settings.connectionAge())
                .build();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Connection(URI apiUrl, String keyId, String key) {
        /** Never shows the key. */
        @Override
        public String toString() {
            return apiUrl + " by " + keyId;
        }
    }

    /** @throws RuntimeException when service-hosp does not tell */
    Connection of(String hospitalCode) {
        return recent.get(hospitalCode, code -> {
            Connection told = inner.get()
                    .uri("http://service-hosp/inner/hospitals/{code}/connection", code)
                    .retrieve()
                    .body(Connection.class);
            if (told == null) {
                throw new IllegalStateException("No connection of " + code);
            }
            return told;
        });
    }

    /** Asks again at the next call: the hospital did not accept the key. */
    void forget(String hospitalCode) {
        recent.invalidate(hospitalCode);
    }
}
