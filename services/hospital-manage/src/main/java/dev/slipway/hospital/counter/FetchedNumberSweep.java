package dev.slipway.hospital.counter;

import dev.slipway.hospital.counter.CounterOutcome.Untold;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.Orders;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the platform of numbers that were given out while it was away, or when this process ended in between. */
@Component
class FetchedNumberSweep {
    private static final Logger LOG = LoggerFactory.getLogger(FetchedNumberSweep.class);
    private static final int PORTION = 200;

    private final FetchedNumbers numbers;
    private final Orders orders;
    private final Counter counter;

    FetchedNumberSweep(FetchedNumbers numbers, Orders orders, Counter counter) {
        this.numbers = numbers;
        this.orders = orders;
        this.counter = counter;
    }

    /** Once a round for a hospital whose platform does not answer. */
    @Scheduled(fixedDelayString = "PT15S")
    void sweep() {
        Set<String> away = new HashSet<>();
        for (FetchedNumbers.Stored stored : numbers.stored(PORTION)) {
            if (!away.contains(stored.hospitalCode()) && !told(stored)) {
                away.add(stored.hospitalCode());
            }
        }
    }

    private boolean told(FetchedNumbers.Stored stored) {
        numbers.store(stored.hospitalCode(), stored.number());
        Order order = orders.find(stored.hospitalCode(), stored.number()).orElseThrow();
        if (counter.tell(stored.hospitalCode(), order) instanceof Untold untold) {
            LOG.warn("The platform does not know of fetched numbers of {}: {}", stored.hospitalCode(), untold.reason());
            return false;
        }
        return true;
    }
}
