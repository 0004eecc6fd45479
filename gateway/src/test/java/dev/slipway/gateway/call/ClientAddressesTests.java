package dev.slipway.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressesTests {
    private static ServerHttpRequest from(String peer, String... forwarded) {
        return MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(peer, 4711))
                .header("X-Forwarded-For", forwarded)
                .build();
    }

    private static ClientAddresses trusting(List<String> proxies) {
        ClientSettings settings = new ClientSettings(proxies);
        return new ClientAddresses(() -> settings);
    }

    @Test
    void withoutTrustedProxiesThePeerIsTheClientWhateverItSays() {
        assertThat(trusting(List.of()).of(from("192.0.2.1", "6.6.6.6"))).isEqualTo("192.0.2.1");
    }

    @Test
    void aTrustedProxysLastWordCountsAndWhatTheClientPutBeforeItDoesNot() {
        ClientAddresses addresses = trusting(List.of("10.0.0.0/8", "2001:db8::1"));
        assertThat(addresses.of(from("10.1.2.3", "6.6.6.6, 192.0.2.9"))).isEqualTo("192.0.2.9");
        assertThat(addresses.of(from("10.1.2.3", "6.6.6.6", "192.0.2.9, 10.9.9.9")))
                .isEqualTo("192.0.2.9");
        assertThat(addresses.of(from("2001:db8::1", "192.0.2.9"))).isEqualTo("192.0.2.9");
        assertThat(addresses.of(from("192.0.2.1", "6.6.6.6"))).as("not a proxy").isEqualTo("192.0.2.1");
        assertThat(addresses.of(from("10.1.2.3", "rubbish"))).as("no address").isEqualTo("10.1.2.3");
        assertThat(addresses.of(from("10.1.2.3"))).as("nothing said").isEqualTo("10.1.2.3");
    }
}
