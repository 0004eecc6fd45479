package dev.slipway.order.payment.wechat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.remote.OuterCalls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** One signed call to WeChat Pay; a successful answer counts only with WeChat's signature. */
final class WeChatCalls {
    private static final int NONCE_BYTES = 16;
    private static final ContentType JSON = ContentType.create("application/json");

    private final OuterCalls outer;
    private final URI address;
    private final MerchantSignature merchant;
    private final PlatformSignature platform;
    private final ObjectMapper json;
    private final SecureRandom random;
    private final Clock clock;

    WeChatCalls(
            OuterCalls outer,
            URI address,
            MerchantSignature merchant,
            PlatformSignature platform,
            ObjectMapper json,
            SecureRandom random,
            Clock clock) {
        this.outer = outer;
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
        HttpUriRequestBase request = new HttpUriRequestBase(method.name(), target);
        request.setHeader(HttpHeaders.ACCEPT, JSON.getMimeType());
        request.setHeader(HttpHeaders.USER_AGENT, "slipway-order");
        request.setHeader(
                HttpHeaders.AUTHORIZATION,
                merchant.authorization(
                        method.name(),
                        target,
                        text,
                        clock.instant().getEpochSecond(),
                        HexFormat.of().formatHex(nonce)));
        if (text != null) {
            request.setEntity(new ByteArrayEntity(text.getBytes(StandardCharsets.UTF_8), JSON));
        }
        return genuine(outer.send(request));
    }

    <T> T read(String body, Class<T> type) throws JsonProcessingException {
        T value = json.readValue(body, type);
        if (value == null) {
            throw new NotGenuine("the answer is empty");
        }
        return value;
    }

    private Reply genuine(OuterCalls.Reply answer) {
        Reply reply = new Reply(answer.status(), answer.body());
        if (reply.isSuccess()) {
            platform.check(answer.header(), reply.body());
        }
        return reply;
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
