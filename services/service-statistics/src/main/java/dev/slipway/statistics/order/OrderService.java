package dev.slipway.statistics.order;

import dev.slipway.messaging.retry.Backoff;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.statistics.appointment.AppointmentState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads appointments from service-order; an unanswered page is asked for again a few times. */
public final class OrderService {
    private static final Logger LOG = LoggerFactory.getLogger(OrderService.class);
    private static final String PATH = "http://service-order/inner/statistics/appointment-states";
    private static final Caller SELF = Caller.service("service-statistics");
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
    private static final int TRIES = 4;

    private final RestClient client;
    private final IdentityTokens identities;

    OrderService(RestClient client, IdentityTokens identities) {
        this.client = client;
        this.identities = identities;
    }

    /**
     * The next appointments by number.
     *
     * @param after the last number of the page before; null for the first page
     * @return fewer than {@code limit} on the last page
     * @throws OrderUnavailable when no try was answered
     */
    public List<AppointmentState> statesAfter(@Nullable String after, int limit) {
        for (int failures = 0; ; failures++) {
            try {
                return page(after, limit);
            } catch (RestClientException | IllegalStateException | IllegalArgumentException away) {
                if (failures + 1 == TRIES) {
                    throw new OrderUnavailable(away);
                }
                LOG.warn("service-order is asked again: {}", away.toString());
                pause(BACKOFF.after(failures, ThreadLocalRandom.current()));
            }
        }
    }

    private List<AppointmentState> page(@Nullable String after, int limit) {
        AppointmentPage page = client.get()
                .uri(PATH + (after == null ? "?limit={limit}" : "?limit={limit}&after={after}"), limit, after)
                .header(IdentityTokens.HEADER, identities.issue(SELF))
                .retrieve()
                .body(AppointmentPage.class);
        if (page == null) {
            throw new IllegalStateException("an empty answer");
        }
        List<AppointmentState> states =
                page.items().stream().map(AppointmentPage.Item::state).toList();
        String last = after;
        for (AppointmentState state : states) {
            // Else the pages would never end.
            if (last != null && state.number().compareTo(last) <= 0) {
                throw new IllegalStateException("numbers that do not go on from " + after);
            }
            last = state.number();
        }
        return states;
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new OrderUnavailable(stopping);
        }
    }
}
