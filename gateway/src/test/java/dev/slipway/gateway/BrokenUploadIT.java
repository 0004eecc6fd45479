package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A caller who leaves in the middle of an upload says nothing about the instance it was going to. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenUploadIT {
    private static final Upstream hospital = new Upstream();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(Middleware.redis(), new TestRegistry().with("service-hosp", hospital.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        hospital.close();
    }

    @ParameterizedTest(name = "{0}, reset {1}")
    @CsvSource({
        "Content-Length: 9000,false",
        "Content-Length: 9000,true",
        "Transfer-Encoding: chunked,false",
        "Transfer-Encoding: chunked,true"
    })
    void theInstanceIsNotTakenForDead(String framing, boolean reset, CapturedOutput log) throws IOException {
        assertThat(gateway.get("/openapi/hosp/warm").statusCode()).isEqualTo(200);
        int before = lines();
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            caller.getOutputStream()
                    .write(("POST /openapi/hosp/x HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n3e8\r\n"
                                    + "x".repeat(1000))
                            .getBytes(StandardCharsets.ISO_8859_1));
            RunningGateway.sleep(Duration.ofMillis(300));
            if (reset) {
                caller.setSoLinger(true, 0);
            }
        }
        Eventually.is(() -> lines() > before);
        assertThat(log).doesNotContain("does not take connections");
    }

    private static int lines() {
        return (int) gateway.accessLog().lines().count();
    }
}
