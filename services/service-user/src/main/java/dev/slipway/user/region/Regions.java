package dev.slipway.user.region;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Region codes of GB/T 2260, as the dictionary knows them. While the dictionary can't be asked, six digits are taken
 * as they are, and it is left alone for a moment: adding a patient must not wait for another service.
 */
@Component
public class Regions {
    private static final Logger LOG = LoggerFactory.getLogger(Regions.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RestClient dictionary;
    /** Codes the dictionary has. One it does not have may be imported the moment after. */
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** Not before this time of {@link System#nanoTime()} is the dictionary asked again. */
    private volatile long askAgainAt = System.nanoTime();

    Regions(RestClient dictionaryClient) {
        this.dictionary = dictionaryClient;
    }

    /** False only when the dictionary says so. */
    public boolean known(String code) {
        if (known.getIfPresent(code) != null || System.nanoTime() - askAgainAt < 0) {
            return true;
        }
        try {
            boolean has = ask(code);
            if (has) {
                known.put(code, true);
            }
            return has;
        } catch (RestClientException | IllegalStateException | IllegalArgumentException away) {
            askAgainAt = System.nanoTime() + PAUSE.toNanos();
            LOG.warn("Regions are taken unchecked for {}: {}", PAUSE, away.toString());
            return true;
        }
    }

    private boolean ask(String code) {
        try {
            dictionary
                    .get()
                    .uri("http://service-cmn/api/dictionaries/province/values/{code}", code)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }
}
