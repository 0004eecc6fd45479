package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A list that the server gives in parts.
 *
 * @param path of the list
 * @param selector of labels; empty for all
 */
record Pages(Api api, String path, String selector) {
    private static final int SIZE = 250;

    /** Gives one after the other, and returns the version of the list, from which on its objects can be watched. */
    String each(Cluster.Taker taker) throws InterruptedException {
        String query = "?limit=" + SIZE + selection();
        String next = "";
        String version;
        do {
            JsonNode page = api.send("GET", path + query + next, null, null);
            for (JsonNode item : page.path("items")) {
                taker.take((ObjectNode) item);
            }
            version = page.path("metadata").path("resourceVersion").asText();
            String token = page.path("metadata").path("continue").asText();
            next = token.isEmpty() ? "" : "&continue=" + encoded(token);
        } while (!next.isEmpty());
        return version;
    }

    /**
     * Where the server tells what happens to these objects.
     *
     * @param version of the list, as {@link #each} returns it
     * @param longest after which the server ends it
     */
    String changes(String version, Duration longest) {
        return path + "?watch=1&resourceVersion=" + encoded(version) + "&timeoutSeconds=" + longest.toSeconds()
                + selection();
    }

    private String selection() {
        return selector.isEmpty() ? "" : "&labelSelector=" + encoded(selector);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
