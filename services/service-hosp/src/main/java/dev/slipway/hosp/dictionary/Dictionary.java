package dev.slipway.hosp.dictionary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks for values and names. While the dictionary can't be asked, any value is taken and names are those known last; it
 * is left alone for a moment then: no call of ours may wait for another service each time.
 */
@Component
public class Dictionary {
    private static final Logger LOG = LoggerFactory.getLogger(Dictionary.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final RestClient client;
    private final Cache<String, Boolean> values =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(FRESH).build();

    private final Clock clock;
    private volatile Instant askAgainAt = Instant.MIN;

    Dictionary(@Qualifier("dictionaryClient") RestClient dictionaryClient, Clock clock) {
        this.client = dictionaryClient;
        this.clock = clock;
    }

    /** An entry as the dictionary tells it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(String value, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entries(List<Entry> items) {}

    /** False only when the dictionary says so. */
    public boolean known(String code, String value) {
        String key = code + "/" + value;
        Boolean answered = values.getIfPresent(key);
        if (answered != null) {
            return answered;
        }
        return ask(() -> {
                    boolean known = exists(code, value);
                    values.put(key, known);
                    return known;
                })
                .orElse(true);
    }

    /** Empty when the dictionary can't be asked now. */
    public Optional<List<Entry>> entries(String code) {
        return ask(() -> Objects.requireNonNull(
                        client.get()
                                .uri("http://service-cmn/api/dictionaries/{code}", code)
                                .retrieve()
                                .body(Entries.class),
                        "an empty answer")
                .items());
    }

    private boolean exists(String code, String value) {
        try {
            client.get()
                    .uri("http://service-cmn/api/dictionaries/{code}/values/{value}", code, value)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest notThere) {
            return false;
        }
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        if (clock.instant().isBefore(askAgainAt)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } catch (RestClientException | IllegalStateException | IllegalArgumentException | NullPointerException away) {
            askAgainAt = clock.instant().plus(PAUSE);
            LOG.warn("The dictionary is not asked for {}: {}", PAUSE, away.toString());
            return Optional.empty();
        }
    }
}
