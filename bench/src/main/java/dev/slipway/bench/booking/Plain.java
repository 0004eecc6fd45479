package dev.slipway.bench.booking;

import dev.slipway.bench.booking.Http.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The plain variant, asked directly: no gateway, no token, no messages stand in its way. */
final class Plain implements Target {
    private final Http http;

    Plain(Http http) {
        this.http = http;
    }

    void offer(String schedule, int total) throws IOException {
        http.expect(204, "PUT", "/schedules/" + schedule, Map.of("total", total), null);
    }

    /** How many places of the schedule were sold more than there are. */
    int oversold(String schedule) throws IOException {
        Reply shown = http.expect(200, "GET", "/schedules/" + schedule, null, null);
        return Math.max(
                0,
                shown.body().path("sold").asInt() - shown.body().path("total").asInt());
    }

    @Override
    public CompletableFuture<String> book(Patient patient, String schedule) {
        return reserve(patient, schedule).thenApply(Reply::word);
    }

    private CompletableFuture<Reply> reserve(Patient patient, String schedule) {
        var body = Map.of("scheduleId", schedule, "patientId", patient.id());
        return http.call("POST", "/appointments", body, null);
    }

    @Override
    public CompletableFuture<String> live(Patient patient, String schedule, boolean cancels) {
        return reserve(patient, schedule).thenCompose(booked -> {
            String appointment = "/appointments/" + booked.text("number");
            if (booked.status() != 201) {
                return CompletableFuture.completedFuture("book " + booked.word());
            }
            return http.call("POST", appointment + "/payment", null, null)
                    .thenCompose(paid -> cancels && paid.status() == 204
                            ? http.call("POST", appointment + "/cancellation", null, null)
                                    .thenApply(cancelled -> cancelled.status() == 204 ? REFUNDED : cancelled.word())
                            : CompletableFuture.completedFuture(paid.status() == 204 ? LIVED : paid.word()));
        });
    }
}
