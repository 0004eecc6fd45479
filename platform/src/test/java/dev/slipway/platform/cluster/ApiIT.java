package dev.slipway.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is not there, and one that comes. */
class ApiIT {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private int port;
    private KubernetesClient client;
    private Api api;

    @BeforeEach
    void findsAPort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI server = URI.create("http://127.0.0.1:" + port);
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.toString())
                .withHttp2Disable(true)
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        api = new Api(client.getHttpClient(), server, new Random(1), requests::add, Duration.ofSeconds(2));
    }

    @AfterEach
    void closes() {
        client.close();
    }

    private void assertUnreachable() {
        assertThatThrownBy(() -> api.send("GET", "/version", null, null))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(error.what())
                            .isEqualTo("the API server at http://127.0.0.1:" + port
                                    + " does not answer: the connection is refused");
                });
    }

    /** What is done at the end, to tidy up and to say why, would else wait as long again, each. */
    @Test
    void oneThatWasWaitedForInVainIsNotWaitedForAgain() throws Exception {
        assertUnreachable();
        assertThat(requests).as("tried again and again").hasSizeGreaterThan(1);
        int tried = requests.size();

        assertUnreachable();

        assertThat(requests).hasSize(tried + 1);
    }

    /** A wrong address would else be told as late as a server is given up that starts anew. */
    @Test
    void oneThatNobodyHasSeenYetIsWaitedForLess() throws Exception {
        assertUnreachable();
        int tried = requests.size();
        comesAndGoes();
        requests.clear();

        assertUnreachable();

        assertThat(requests).hasSizeGreaterThan(tried);
    }

    @Test
    void oneThatHasComeBackIsWaitedForAsBefore() throws Exception {
        assertUnreachable();
        comesAndGoes();
        int tried = requests.size();

        assertUnreachable();

        assertThat(requests).hasSizeGreaterThan(tried + 1);
    }

    private void comesAndGoes() throws Exception {
        try (var server = new FakeServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            assertThat(server.uri().getPort()).isEqualTo(port);
            api.send("GET", "/api/v1", null, null);
        }
    }
}
