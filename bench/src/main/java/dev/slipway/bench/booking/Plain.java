package dev.slipway.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.bench.booking.Http.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
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

    /** What became of the schedules' places. */
    Sold sold(List<String> schedules) throws IOException {
        int places = 0;
        int oversold = 0;
        long lastAt = 0;
        for (String schedule : schedules) {
            JsonNode shown = http.expect(200, "GET", "/schedules/" + schedule, null, null)
                    .body();
            int sold = shown.path("sold").asInt();
            int total = shown.path("total").asInt();
            places += Math.min(sold, total);
            oversold += Math.max(0, sold - total);
            lastAt = Math.max(lastAt, shown.path("soldAt").asLong());
        }
        return new Sold(places, oversold, Instant.ofEpochMilli(lastAt));
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
