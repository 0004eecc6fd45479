package dev.slipway.order.hospital;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.slipway.order.hospital.HospitalConnections.Connection;
import dev.slipway.security.signature.RequestSignature;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** One signed call; each has a nonce of its own, also when it repeats another. */
@Component
class HospitalCalls {
    private static final int NONCE_BYTES = 16;
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final RestClient outer;
    private final HospitalConnections connections;
    private final ObjectMapper json;
    private final SecureRandom random;
    private final Clock clock;

    HospitalCalls(
            RestClient outerClient,
            HospitalConnections connections,
            ObjectMapper json,
            SecureRandom random,
            Clock clock) {
        this.outer = outerClient;
        this.connections = connections;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /**
     * An answer, whatever its status.
     *
     * @param body empty when there was none
     */
    record Reply(int status, String body) {}

    /**
     * @param path below the hospital's address, such as {@code /orders}
     * @param body null for none
     * @throws RuntimeException when no whole answer arrived: the hospital may have acted or not
     */
    Reply call(String hospitalCode, HttpMethod method, String path, @Nullable Object body) {
        Connection connection = connections.of(hospitalCode);
        URI target = URI.create(connection.apiUrl() + path);
        byte[] bytes = bytes(body);
        RestClient.RequestBodySpec request = outer.method(method).uri(target);
        signature(connection)
                .headers(connection.key(), method.name(), target, bytes)
                .forEach(request::header);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(bytes);
        }
        Reply reply = request.exchange((sent, response) -> reply(response));
        if (reply.status() == HttpStatus.UNAUTHORIZED.value()) {
            connections.forget(hospitalCode);
        }
        return reply;
    }

    /** @throws IOException when the body is not of that form; fields that are not known are ignored */
    <T> T read(Reply reply, Class<T> type) throws IOException {
        ObjectReader lenient = json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        T value = lenient.readValue(reply.body());
        if (value == null) {
            throw new IOException("The answer is empty");
        }
        return value;
    }

    private RequestSignature signature(Connection connection) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new RequestSignature(
                connection.keyId(), clock.millis(), HexFormat.of().formatHex(nonce));
    }

    private byte[] bytes(@Nullable Object body) {
        try {
            return body == null ? new byte[0] : json.writeValueAsBytes(body);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        try (InputStream body = response.getBody()) {
            return new Reply(
                    response.getStatusCode().value(),
                    new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8));
        }
    }
}
