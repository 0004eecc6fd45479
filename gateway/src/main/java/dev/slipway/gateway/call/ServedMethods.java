package dev.slipway.gateway.call;

import java.util.Set;
import org.springframework.http.HttpMethod;

/** The methods that are served. All others share one name: a caller may invent as many as he likes. */
public final class ServedMethods {
    static final String OTHER = "OTHER";

    private static final Set<HttpMethod> ALL = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private ServedMethods() {}

    public static boolean contain(HttpMethod method) {
        return ALL.contains(method);
    }

    /** What a meter, a span or the log calls it. */
    static String name(HttpMethod method) {
        return contain(method) ? method.name() : OTHER;
    }
}
