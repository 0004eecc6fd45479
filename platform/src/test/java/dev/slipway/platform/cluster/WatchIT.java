package dev.slipway.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server can do to a watch. That of a real one is seen in the tests of what waits by it. */
class WatchIT {
    private static final ObjectGroup MAPS = new ObjectGroup("v1", "ConfigMap", "ns");
    private static final Duration LONG = Duration.ofSeconds(30);
    private final Semaphore news = new Semaphore(0);
    private final List<String> seen = new ArrayList<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final List<AutoCloseable> open = new ArrayList<>();

    private final Watch.Looker looker = new Watch.Looker() {
        @Override
        public void anew() {
            seen.add("anew");
        }

        @Override
        public void there(ObjectNode live) {
            seen.add("there " + live.at("/metadata/name").asText() + " "
                    + live.path("kind").asText());
        }

        @Override
        public void gone(ObjectNode last) {
            seen.add("gone " + last.at("/metadata/name").asText());
        }
    };

    @AfterEach
    void closes() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private Watch watch(FakeServer server, Duration longest) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.uri().toString())
                .withHttp2Disable(true)
                .withRequestRetryBackoffLimit(0)
                .build();
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        var api = new Api(client.getHttpClient(), server.uri(), new Random(1), request -> {});
        var watch = new Watch(api, new ResourceTypes(api), MAPS, "a=b", news::release, longest);
        open.addAll(List.of(watch, client, server));
        return watch;
    }

    /** Begins what goes on until the other side is gone. */
    private static void tell(HttpExchange exchange, String... events) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (String event : events) {
            exchange.getResponseBody().write((event + "\n").getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseBody().flush();
    }

    private void stay(HttpExchange exchange) throws InterruptedException {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(20);
                tellNothing(exchange);
            }
        } catch (IOException nobodyListens) {
            gone.countDown();
        }
    }

    private static void tellNothing(HttpExchange exchange) throws IOException {
        exchange.getResponseBody().write("{\"type\": \"BOOKMARK\", \"object\": {}}\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static String event(String type, String name) {
        return "{\"type\": \"%s\", \"object\": {\"metadata\": {\"name\": \"%s\"}}}".formatted(type, name);
    }

    /** Looks as long as it is worth while, then follows. */
    private void look(Watch watch) throws InterruptedException {
        watch.look(looker);
        watch.follow();
    }

    private void lookUntil(Watch watch, FakeServer server, int lists) {
        await().atMost(LONG).until(() -> {
            look(watch);
            return server.asked.stream().filter("list"::equals).count() >= lists;
        });
    }

    @Test
    void afterOneListTheServerTellsAndAtTheEndItIsLeft() throws Exception {
        var server = new FakeServer(exchange -> {
            tell(exchange, event("ADDED", "new"), event("DELETED", "listed"));
            stay(exchange);
        });
        Watch watch = watch(server, LONG);

        look(watch);
        assertThat(news.tryAcquire(2, LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        look(watch);

        assertThat(seen).containsExactly("anew", "there listed ConfigMap", "there new ConfigMap", "gone listed");
        assertThat(server.asked)
                .containsExactly("list", "watch=1&resourceVersion=7&timeoutSeconds=30&labelSelector=a=b");
        assertThat(watch.follows()).isTrue();
        watch.close();
        assertThat(gone.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aForgottenVersionIsListedAnewAndWatchedAgain() throws Exception {
        var server = new FakeServer(
                exchange -> {
                    tell(exchange, "{\"type\": \"ERROR\", \"object\": {\"code\": 410}}");
                    stay(exchange);
                },
                this::stayTelling);
        Watch watch = watch(server, LONG);

        lookUntil(watch, server, 2);

        assertThat(seen).containsExactly("anew", "there listed ConfigMap", "anew", "there listed ConfigMap");
        await().atMost(LONG).until(() -> server.asked.size() == 4);
        assertThat(watch.follows()).isTrue();
    }

    private void stayTelling(HttpExchange exchange) throws IOException, InterruptedException {
        tell(exchange);
        stay(exchange);
    }

    @Test
    void oneThatIsRefusedIsAskedForOnceAndEachLookIsAList() throws Exception {
        var server =
                new FakeServer(exchange -> FakeServer.send(exchange, 403, "{\"kind\": \"Status\", \"code\": 403}"));
        Watch watch = watch(server, LONG);

        lookUntil(watch, server, 4);

        assertThat(server.asked).filteredOn(asked -> asked.startsWith("watch")).hasSize(1);
        assertThat(watch.follows()).isFalse();
    }

    @Test
    void oneThatEndsAtOnceIsNotBegunAgainByEachLook() throws Exception {
        var server = new FakeServer(exchange -> tell(exchange));
        Watch watch = watch(server, LONG);
        int inVain = 0;

        while (server.asked.size() < 8) {
            boolean ended = !watch.follows();
            int before = seen.size();
            look(watch);
            inVain += ended && seen.size() == before ? 1 : 0;
        }

        assertThat(inVain).isGreaterThan(100);
        assertThat(seen).filteredOn("anew"::equals).hasSize(4);
    }

    @Test
    void oneThatIsSilentIsListedAnewWhenItsTimeIsOver() throws Exception {
        var server = new FakeServer(exchange -> {
            tell(exchange);
            gone.await();
        });
        Watch watch = watch(server, Duration.ofMillis(300));

        lookUntil(watch, server, 3);

        assertThat(seen).filteredOn("anew"::equals).hasSize(3);
        gone.countDown();
    }
}
