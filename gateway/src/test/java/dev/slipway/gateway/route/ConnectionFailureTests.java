package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import reactor.netty.channel.AbortedException;

class ConnectionFailureTests {
    @Test
    void aConnectionThatClosesBeforeTheCallIsOnItIsBroken() {
        assertThat(ConnectionFailure.of(AbortedException.beforeSend())).isEqualTo(ConnectionFailure.BROKEN);
    }

    @Test
    void whatTheConnectionHasNoPartInIsNoFailureOfIt() {
        assertThat(ConnectionFailure.of(new ConnectException())).isEqualTo(ConnectionFailure.REFUSED);
        assertThat(ConnectionFailure.of(new IOException())).isEqualTo(ConnectionFailure.BROKEN);
        assertThat(ConnectionFailure.of(new IllegalStateException())).isNull();
    }
}
