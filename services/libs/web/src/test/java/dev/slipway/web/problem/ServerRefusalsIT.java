package dev.slipway.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;

/** What the server refuses before any controller is asked, spoken to over a plain socket. */
@SpringBootTest(
        classes = ServerRefusalsIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "server.port=0"})
@AutoConfigureObservability
@ActiveProfiles("test")
class ServerRefusalsIT {
    private static final Pattern ANSWER = Pattern.compile(
            "HTTP/1\\.1 (?<status>\\d{3})[^\\r]*\\r\\n(?<headers>.*?)\\r\\n\\r\\n(?<body>.*)", Pattern.DOTALL);

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    int port;

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("an encoded slash", "GET /things%2Fx HTTP/1.1", 400),
                Arguments.of("an encoded backslash", "GET /things%5Cx HTTP/1.1", 400),
                Arguments.of("an encoded NUL", "GET /things/%00 HTTP/1.1", 400),
                Arguments.of("half an escape", "GET /things/%2 HTTP/1.1", 400),
                Arguments.of("a path above the root", "GET /../../etc/passwd HTTP/1.1", 400),
                Arguments.of("a bare bracket", "GET /things/[x] HTTP/1.1", 400),
                Arguments.of("spaces in the request line", "GET /things a b HTTP/1.1", 400),
                Arguments.of("no request line", "hello", 400),
                Arguments.of("a version from the future", "GET /things HTTP/7.3", 505),
                Arguments.of("a header without colon", "GET /things HTTP/1.1\r\nno header", 400),
                Arguments.of("a header that is too large", "GET /things HTTP/1.1\r\nX-A: " + "a".repeat(20_000), 400),
                Arguments.of("a path that is too long", "GET /" + "a".repeat(20_000) + " HTTP/1.1", 400),
                Arguments.of("two hosts", "GET /things HTTP/1.1\r\nHost: other", 400),
                Arguments.of("no length", "POST /things HTTP/1.1\r\nContent-Length: many", 400),
                Arguments.of("two lengths", "POST /things HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2", 400),
                Arguments.of("an unknown coding", "POST /things HTTP/1.1\r\nTransfer-Encoding: zip", 501),
                Arguments.of("a trace", "TRACE /things HTTP/1.1\r\nX-Inside: 1", 405),
                Arguments.of("a filter", "GET /refused HTTP/1.0", 418),
                Arguments.of("a broken filter", "GET /broken HTTP/1.0", 500));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void everyRefusalIsAProblem(String what, String request, int status) throws IOException {
        Matcher answer = ask(request);
        assertThat(answer.group("status")).isEqualTo(Integer.toString(status));
        assertThat(header(answer, "content-type")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.group("body"));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).matches("[a-z-]+");
        assertThat(problem.get("traceId").asText())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("0".repeat(32))
                .isEqualTo(header(answer, "x-trace-id"));
        assertThat(answer.group().toLowerCase(Locale.ROOT))
                .doesNotContain("tomcat", "apache", "java", "exception", "inside");
    }

    @Test
    void aHeadIsAnsweredWithoutABody() throws IOException {
        Matcher answer = ask("HEAD /things%2Fx HTTP/1.1");
        assertThat(answer.group("status")).isEqualTo("400");
        assertThat(header(answer, "x-trace-id")).matches("[0-9a-f]{32}");
        assertThat(answer.group("body")).isEmpty();
    }

    private Matcher ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher parts = ANSWER.matcher(answer);
            assertThat(parts.matches()).as(answer).isTrue();
            return parts;
        }
    }

    private static String header(Matcher answer, String name) {
        return answer.group("headers")
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @EnableAutoConfiguration
    static class Application {
        @Bean
        FilterRegistrationBean<Filter> refusing() {
            FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>(
                    (request, response, chain) -> ((HttpServletResponse) response).sendError(418, "from the inside"));
            bean.addUrlPatterns("/refused");
            return bean;
        }

        @Bean
        FilterRegistrationBean<Filter> broken() {
            FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>((request, response, chain) -> {
                throw new IllegalStateException("from the inside");
            });
            bean.addUrlPatterns("/broken");
            return bean;
        }
    }
}
