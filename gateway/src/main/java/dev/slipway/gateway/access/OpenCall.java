package dev.slipway.gateway.access;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One call that needs no token. */
record OpenCall(HttpMethod method, PathPattern path) {
    static OpenCall parse(String text) {
        String[] parts = text.trim().split(" +", -1);
        if (parts.length != 2 || !(parts[1].startsWith("/api/") || parts[1].startsWith("/cashier/"))) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not METHOD /api/… or METHOD /cashier/…: only paths below these can be open");
        }
        return new OpenCall(HttpMethod.valueOf(parts[0]), PathPatternParser.defaultInstance.parse(parts[1]));
    }

    boolean matches(HttpMethod asked, PathContainer at) {
        HttpMethod plain = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        return method.equals(plain) && path.matches(at);
    }
}
