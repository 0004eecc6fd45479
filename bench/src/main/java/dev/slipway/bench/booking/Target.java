package dev.slipway.bench.booking;

import java.util.concurrent.CompletableFuture;

/** What patients book at: the stack or the plain variant. */
interface Target {
    /** How a confirmed booking is counted. */
    String CONFIRMED = "201";

    /** How a whole life is counted that went as it should. */
    String LIVED = "paid";

    String REFUNDED = "refunded";

    /** @return the status, with the problem's word */
    CompletableFuture<String> book(Patient patient, String schedule);

    /** Books, pays, and perhaps cancels; ends at the first answer that is not as it should be. */
    CompletableFuture<String> live(Patient patient, String schedule, boolean cancels);
}
