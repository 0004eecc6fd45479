package dev.slipway.order.payment.wechat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.order.payment.NotGenuine;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/** One signed call to WeChat Pay; a successful answer counts only with WeChat's signature. */
final class WeChatCalls {
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int NONCE_BYTES = 16;

    private final RestClient client;
    private final URI address;
    private final MerchantSignature merchant;
    private final PlatformSignature platform;
    private final ObjectMapper json;
    private final SecureRandom random;
    private final Clock clock;

    WeChatCalls(
            RestClient client,
            URI address,
            MerchantSignature merchant,
            PlatformSignature platform,
            ObjectMapper json,
            SecureRandom random,
            Clock clock) {
        this.client = client;
        this.address = address;
        this.merchant = merchant;
        this.platform = platform;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /** An answer, whatever its status. */
    record Reply(int status, String body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * @param path with query
     * @throws RuntimeException when no whole, genuine answer arrived
     */
    Reply call(HttpMethod method, String path, @Nullable Object body) {
        URI target = URI.create(address + path);
        String text = body == null ? null : write(body);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        RestClient.RequestBodySpec request = client.method(method)
                .uri(target)
                .accept(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.USER_AGENT, "slipway-order")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        merchant.authorization(
                                method.name(),
                                target,
                                text,
                                clock.instant().getEpochSecond(),
                                HexFormat.of().formatHex(nonce)));
        if (text != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(text.getBytes(StandardCharsets.UTF_8));
        }
        return request.exchange((sent, response) -> genuine(response));
    }

    <T> T read(String body, Class<T> type) throws JsonProcessingException {
        T value = json.readValue(body, type);
        if (value == null) {
            throw new NotGenuine("the answer is empty");
        }
        return value;
    }

    private Reply genuine(ClientHttpResponse response) throws IOException {
        try (InputStream body = response.getBody()) {
            Reply reply = new Reply(
                    response.getStatusCode().value(),
                    new String(body.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8));
            if (reply.isSuccess()) {
                platform.check(response.getHeaders()::getFirst, reply.body());
            }
            return reply;
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
