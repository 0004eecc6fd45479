package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.adapter.gateway.common.rule.GatewayFlowRule;
import com.alibaba.csp.sentinel.adapter.gateway.common.rule.GatewayRuleManager;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import dev.slipway.test.Middleware;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that is slow gets no more calls at once than its rule allows; the others are refused without waiting. */
class CallsAtOnceIT {
    private static final String PATH = "/api/dictionaries/nation";
    private static final int AT_ONCE = 3;

    private static final Upstream dictionary = new Upstream();
    private static RunningGateway gateway;
    private static final ExecutorService threads = Executors.newCachedThreadPool();
    private Semaphore answers = new Semaphore(0);

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                Middleware.redis(),
                new TestRegistry().with("service-cmn", dictionary.url()),
                "slipway.gateway.routing.route-timeouts.service-cmn=6s",
                "slipway.gateway.routing.retries=0");
        GatewayRuleManager.loadRules(Set.of(new GatewayFlowRule("service-cmn")
                .setGrade(RuleConstant.FLOW_GRADE_THREAD)
                .setCount(AT_ONCE)));
    }

    @AfterAll
    static void stop() {
        GatewayRuleManager.loadRules(Set.of());
        threads.shutdownNow();
        gateway.close();
        dictionary.close();
    }

    @BeforeEach
    void slow() {
        Semaphore own = new Semaphore(0);
        answers = own;
        dictionary.behaves((exchange, call) -> {
            own.acquire();
            Upstream.json(exchange, 200, "{}");
        });
    }

    @Test
    void oneMoreIsRefusedUntilOthersAreAnswered() {
        List<CompletableFuture<HttpResponse<String>>> calls = calls();
        full();
        answers.release(AT_ONCE);
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        free();
    }

    @Test
    void placesOfCallsThatAreGivenUpAreFreeAgain() {
        List<CompletableFuture<HttpResponse<String>>> calls = calls();
        full();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(504));
        free();
    }

    @Test
    void placesOfCallersWhoLeaveAreFreeAgain() throws IOException {
        for (int i = 0; i < AT_ONCE; i++) {
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                String request = "GET " + PATH + " HTTP/1.1\r\nHost: x\r\n\r\n";
                caller.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                int before = i;
                Eventually.is(() -> dictionary.received().size() > before);
            }
        }
        free();
    }

    /**
     * One after the other: Sentinel may miss a call that begins in the very moment in which another is the first, or the
     * last one ends. That it then lets one more in does no harm.
     */
    private static List<CompletableFuture<HttpResponse<String>>> calls() {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 1; i <= AT_ONCE; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> gateway.get(PATH), threads));
            int begun = i;
            Eventually.is(() -> dictionary.received().size() == begun);
        }
        return calls;
    }

    private static void full() {
        HttpResponse<String> refused = gateway.get(PATH);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"too-many-requests\"");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(dictionary.received()).hasSize(AT_ONCE);
    }

    /** As many as before are let in. */
    private void free() {
        answers.release(1000);
        Eventually.within(Duration.ofSeconds(3), () -> gateway.get(PATH).statusCode() == 200);
        RunningGateway.sleep(Duration.ofMillis(200)); // a place is free a moment after its answer
        slow();
        List<CompletableFuture<HttpResponse<String>>> calls = calls();
        full();
        answers.release(AT_ONCE);
        calls.forEach(CompletableFuture::join);
    }
}
