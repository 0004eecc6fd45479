package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls that no client of good will makes: what they leave behind in the gateway, and what they get past. */
class HostileCallIT {
    private static final Upstream user = new Upstream();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(Middleware.redis(), new TestRegistry().with("service-user", user.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        user.close();
    }

    @Test
    void inventedMethodsShareOneSeriesAndOneWordInTheLog() {
        for (int i = 0; i < 5; i++) {
            String answer = gateway.raw("INVENTED" + i + " /invented HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 405");
        }
        assertThat(gateway.get("/actuator/prometheus").body())
                .doesNotContain("INVENTED")
                .containsPattern(
                        "http_server_requests_seconds_count\\{[^}]*method=\"OTHER\"[^}]*status=\"405\"[^}]*} 5");
        Eventually.is(() -> gateway.accessLog().contains("\"message\":\"OTHER /invented 405\""));
        assertThat(gateway.accessLog()).doesNotContain("INVENTED");
    }

    @Test
    void callsThatNoFilterSeesAreMeasuredAndLoggedToo() {
        String answer = gateway.rawGet("/api/me/" + "x".repeat(9_000));
        assertThat(answer).startsWith("HTTP/1.1 414");
        Matcher trace = Pattern.compile("X-Trace-Id: ([0-9a-f]{32})").matcher(answer);
        assertThat(trace.find()).isTrue();
        Eventually.is(() -> gateway.accessLog().contains(trace.group(1)));
        assertThat(gateway.accessLog().lines().filter(line -> line.contains(trace.group(1))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("\"status\":414", "\"route\":\"none\"", "\"method\":\"OTHER\"");
        assertThat(gateway.get("/actuator/prometheus").body())
                .containsPattern(
                        "http_server_requests_seconds_count\\{[^}]*method=\"OTHER\"[^}]*status=\"414\"[^}]*} 1");
    }

    @Test
    void aPathWrittenInAnotherWayDoesNotGetPastTheLimitOnCodes() {
        String answer = gateway.raw("POST /api/sign%2Din/codes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-path\"");
        assertThat(user.received()).noneMatch(call -> "POST".equals(call.method()));
    }
}
