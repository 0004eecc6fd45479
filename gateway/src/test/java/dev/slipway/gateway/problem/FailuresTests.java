package dev.slipway.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import reactor.netty.channel.AbortedException;

class FailuresTests {
    @Test
    void aBrokenConnectionIsABadGatewayHoweverItIsReported() {
        for (Exception broken : List.of(new IOException(), AbortedException.beforeSend())) {
            assertThat(Failures.expected(broken))
                    .extracting(Problem::status)
                    .as(broken.getClass().getSimpleName())
                    .isEqualTo(HttpStatus.BAD_GATEWAY);
        }
    }

    @Test
    void aDefectOfTheGatewayIsNotExpected() {
        assertThat(Failures.expected(new IllegalStateException())).isNull();
    }
}
