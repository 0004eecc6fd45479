package dev.slipway.test.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request as it is sent. */
final class Call {
    private static final int LONGEST = 500;
    private static final int LONGEST_HEADER = 40;

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    Call(String method, String target, Map<String, String> headers, byte @Nullable [] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    URI target(URI base) {
        return URI.create(base + target);
    }

    /** The body as it is sent; empty when there is none. */
    byte[] bytes() {
        return body == null ? new byte[0] : body;
    }

    /** The same with more headers. */
    Call with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Call(method, target, all, body);
    }

    HttpRequest request(URI base, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target(base)).timeout(timeout);
        headers.forEach(request::setHeader);
        return request.method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        Map<String, String> shown = new TreeMap<>(headers);
        shown.replaceAll((name, value) -> excerpt(value, LONGEST_HEADER));
        return excerpt(method + " " + target) + " " + shown + " " + excerpt(text);
    }

    static String excerpt(String text) {
        return excerpt(text, LONGEST);
    }

    private static String excerpt(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
