package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An instance gets no more connections than the pool may hold; who waits for one in vain is told so. */
class ConnectionsIT {
    private static final String POOL = "spring.cloud.gateway.server.webflux.httpclient.pool.";

    private static final Upstream hospital = new Upstream();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                Middleware.redis(),
                new TestRegistry().with("service-hosp", hospital.url()),
                POOL + "max-connections=1",
                POOL + "acquire-timeout=300");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        hospital.close();
    }

    @Test
    void whoWaitsForAConnectionInVainIsToldThatTheServiceIsUnavailable() {
        CountDownLatch waited = new CountDownLatch(1);
        hospital.behaves((exchange, call) -> {
            waited.await();
            Upstream.json(exchange, 200, "{}");
        });
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> gateway.get("/openapi/hosp/first"));
        Eventually.is(() -> !hospital.received().isEmpty());
        CompletableFuture<HttpResponse<String>> second =
                CompletableFuture.supplyAsync(() -> gateway.get("/openapi/hosp/second"));
        Eventually.is(() -> second.isDone() || hospital.received().size() > 1);
        waited.countDown();

        assertThat(second.join().statusCode()).isEqualTo(503);
        assertThat(second.join().body()).contains("\"code\":\"service-unavailable\"");
        assertThat(second.join().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(hospital.received()).hasSize(1);
    }
}
