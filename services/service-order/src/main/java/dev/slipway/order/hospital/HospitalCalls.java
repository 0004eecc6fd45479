package dev.slipway.order.hospital;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.slipway.order.hospital.HospitalConnections.Connection;
import dev.slipway.order.remote.OuterCalls;
import dev.slipway.order.remote.OuterCalls.Reply;
import dev.slipway.security.signature.RequestSignature;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One signed call; each has a nonce of its own, also when it repeats another. */
@Component
class HospitalCalls {
    private static final int NONCE_BYTES = 16;
    private static final ContentType JSON = ContentType.create("application/json");

    private final OuterCalls outer;
    private final HospitalConnections connections;
    private final ObjectMapper json;
    private final SecureRandom random;
    private final Clock clock;

    HospitalCalls(
            OuterCalls outer, HospitalConnections connections, ObjectMapper json, SecureRandom random, Clock clock) {
        this.outer = outer;
        this.connections = connections;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @param path below the hospital's address, such as {@code /orders}
     * @param body null for none
     * @throws RuntimeException when no whole answer arrived: the hospital may have acted or not
     */
    Reply call(String hospitalCode, HttpMethod method, String path, @Nullable Object body) {
        Connection connection = connections.of(hospitalCode);
        URI target = URI.create(connection.apiUrl() + path);
        byte[] bytes = bytes(body);
        HttpUriRequestBase request = new HttpUriRequestBase(method.name(), target);
        signature(connection)
                .headers(connection.key(), method.name(), target, bytes)
                .forEach(request::setHeader);
        if (body != null) {
            request.setEntity(new ByteArrayEntity(bytes, JSON));
        }
        Reply reply = outer.send(request);
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
}
