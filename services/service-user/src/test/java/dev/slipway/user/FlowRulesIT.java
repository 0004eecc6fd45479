package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.test.Middleware;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The rules that protect what a call costs beyond this service: messages that are paid for, and waits for WeChat. */
class FlowRulesIT extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CODES = "POST:/api/sign-in/codes";
    private static final String WECHAT = "GET:/api/sign-in/wechat/callback";

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch weChatAnswers = new CountDownLatch(1);
    private final List<Thread> waiting = new ArrayList<>();

    private ConfigService console;
    private HttpServer weChat;

    @BeforeEach
    void startWeChat() throws IOException, NacosException {
        console = Middleware.nacos().console();
        weChat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weChat.setExecutor(Executors.newCachedThreadPool());
        weChat.createContext("/", exchange -> {
            asked.incrementAndGet();
            await().atMost(SOON).until(() -> weChatAnswers.getCount() == 0);
            exchange.sendResponseHeaders(500, -1);
        });
        weChat.start();
    }

    @AfterEach
    void stopWeChat() throws Exception {
        weChatAnswers.countDown();
        for (Thread caller : waiting) {
            caller.join();
        }
        weChat.stop(0);
        push("flow", "[]");
        push("degrade", "[]");
        FlowRuleManager.loadRules(List.of());
        DegradeRuleManager.loadRules(List.of());
        console.shutDown();
    }

    @Test
    void aPushedRateTurnsCallsAwayUntilAnotherIsPushed() throws NacosException {
        push("flow", "[{\"resource\": \"" + CODES + "\", \"count\": 0}]");
        try (ConfigurableApplicationContext follower = follower()) {
            Answer refused = askForCode();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("/code")).isEqualTo("too-many-requests");
            assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("1");
            assertThat(call("GET", "/api/sign-in/wechat", null, Map.of()).status())
                    .as("another call")
                    .isEqualTo(200);

            push("flow", "[{\"resource\": \"" + CODES + "\", \"count\": 1000}]");

            await().atMost(SOON).until(() -> askForCode().status() == 202);
            assertThat(follower.isRunning()).isTrue();
        }
    }

    @Test
    void callsThatWaitForWeChatLeaveRoomForOthers() throws NacosException {
        push("flow", "[{\"resource\": \"" + WECHAT + "\", \"grade\": 0, \"count\": 2}]");
        try (ConfigurableApplicationContext follower = follower()) {
            waitForWeChat(2);
            assertThat(callback().status()).isEqualTo(429);
            assertThat(askForCode().status()).as("another call").isEqualTo(202);
            weChatAnswers.countDown();
            await().atMost(SOON).until(() -> callback().status() == 503);
            assertThat(callback().text("/code")).isEqualTo("wechat-unavailable");
            assertThat(follower.isRunning()).isTrue();
        }
    }

    @Test
    void aWeChatThatIsSlowIsGivenARest() throws NacosException {
        push(
                "degrade",
                "[{\"resource\": \"" + WECHAT + "\", \"grade\": 0, \"count\": 1, \"slowRatioThreshold\": 0.1,"
                        + " \"timeWindow\": 600, \"minRequestAmount\": 1, \"statIntervalMs\": 60000}]");
        try (ConfigurableApplicationContext follower = follower()) {
            waitForWeChat(1);
            weChatAnswers.countDown();

            await().atMost(SOON).until(() -> callback().text("/code").equals("circuit-open"));
            Answer refused = callback();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("600");
            assertThat(follower.isRunning()).isTrue();
        }
    }

    /** With the real client of WeChat, which asks the server of this test. */
    private ConfigurableApplicationContext follower() {
        ConfigurableApplicationContext follower = another(
                List.of("test"),
                Stream.concat(
                                Middleware.nacos().following().stream(),
                                Stream.of(
                                        "--slipway.wechat.app-id=an-application",
                                        "--wechat-secret=a-secret-of-these-tests",
                                        "--slipway.wechat.timeout=60s",
                                        "--slipway.wechat.api-url=http://127.0.0.1:"
                                                + weChat.getAddress().getPort()))
                        .toArray(String[]::new));
        port = Integer.parseInt(follower.getEnvironment().getRequiredProperty("local.server.port"));
        return follower;
    }

    private void waitForWeChat(int calls) {
        for (int i = 0; i < calls; i++) {
            Thread caller = new Thread(this::callback);
            caller.start();
            waiting.add(caller);
        }
        await().atMost(SOON).until(() -> asked.get() == calls);
    }

    private Answer callback() {
        String state = call("GET", "/api/sign-in/wechat", null, Map.of()).text("/state");
        return call("GET", "/api/sign-in/wechat/callback?code=a-code&state=" + state, null, Map.of());
    }

    private Answer askForCode() {
        return post("/api/sign-in/codes", Map.of("phone", newPhone()));
    }

    private void push(String kind, String rules) throws NacosException {
        console.publishConfig("service-user-" + kind + ".json", "SENTINEL_GROUP", rules, "json");
    }
}
