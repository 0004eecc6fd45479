package dev.slipway.bench.booking;

import dev.slipway.bench.booking.Http.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The whole stack, through its gateway. */
final class Stack implements Target {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    private static final int MOST_LOOKS = 300;

    private final Http http;

    Stack(Http http) {
        this.http = http;
    }

    @Override
    public CompletableFuture<String> book(Patient patient, String schedule) {
        return reserve(patient, schedule).thenApply(Reply::word);
    }

    private CompletableFuture<Reply> reserve(Patient patient, String schedule) {
        var body = Map.of("scheduleId", schedule, "patientId", patient.id());
        return http.call("POST", "/api/appointments", body, patient.token());
    }

    @Override
    public CompletableFuture<String> live(Patient patient, String schedule, boolean cancels) {
        return reserve(patient, schedule)
                .thenCompose(booked -> expect(booked, 201, "book"))
                .thenCompose(booked -> pay(patient, booked.text("number"))
                        .thenCompose(paid -> cancels
                                ? cancel(patient, booked.text("number"))
                                : CompletableFuture.completedFuture(LIVED)))
                .exceptionally(Stack::unexpected);
    }

    private CompletableFuture<String> pay(Patient patient, String number) {
        String payment = "/api/appointments/" + number + "/payment";
        return http.call("POST", payment, Map.of(), patient.token())
                .thenCompose(open -> expect(open, 201, "open the payment"))
                .thenCompose(open ->
                        http.call("POST", "/cashier/" + open.text("outTradeNo"), Map.of("outcome", "pay"), null))
                .thenCompose(paid -> expect(paid, 204, "pay"))
                .thenCompose(paid -> becomes(patient, payment, "paid", MOST_LOOKS));
    }

    private CompletableFuture<String> cancel(Patient patient, String number) {
        String appointment = "/api/appointments/" + number;
        return http.call("POST", appointment + "/cancellation", null, patient.token())
                .thenCompose(cancelled -> expect(cancelled, 200, "cancel"))
                .thenCompose(cancelled -> becomes(patient, appointment + "/payment", "refunded", MOST_LOOKS));
    }

    private CompletableFuture<String> becomes(Patient patient, String payment, String status, int looks) {
        return http.call("GET", payment, null, patient.token()).thenCompose(shown -> {
            if (status.equals(shown.text("status"))) {
                return CompletableFuture.completedFuture(status);
            }
            if (looks == 0) {
                return CompletableFuture.failedFuture(new Unexpected("never " + status));
            }
            return CompletableFuture.supplyAsync(() -> looks - 1, LATER)
                    .thenCompose(left -> becomes(patient, payment, status, left));
        });
    }

    private static CompletableFuture<Reply> expect(Reply reply, int status, String step) {
        return reply.status() == status
                ? CompletableFuture.completedFuture(reply)
                : CompletableFuture.failedFuture(new Unexpected(step + " " + reply.word()));
    }

    private static String unexpected(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof Unexpected) {
            return String.valueOf(cause.getMessage());
        }
        throw new CompletionException(cause);
    }

    /** An answer that ends a life. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unexpected(String message) {
            super(message);
        }
    }
}
