package dev.slipway.bench.startup;

import dev.slipway.bench.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits for the first request that goes through the gateway to a service and its database. */
final class FirstAnswer {
    static final String PATH = "/api/dictionaries/province";

    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
    private static final int OK = 200;

    private FirstAnswer() {}

    /** What is done between two tries. */
    interface Meanwhile {
        void run() throws IOException;
    }

    /** Seconds since the start. */
    static double await(long start, Meanwhile meanwhile) throws IOException, InterruptedException {
        while (System.nanoTime() - start < WITHIN.toNanos()) {
            if (answers()) {
                return (System.nanoTime() - start) / 1e9;
            }
            meanwhile.run();
            Thread.sleep(PAUSE.toMillis());
        }
        throw new IllegalStateException("no answer within " + WITHIN);
    }

    private static boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + LocalStack.PORT + PATH))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
