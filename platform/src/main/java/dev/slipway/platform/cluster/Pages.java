package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A list that the server gives in parts.
 *
 * @param path of the list
 * @param selector of labels; empty for all
 */
record Pages(Api api, String path, String selector) {
    private static final int SIZE = 250;

    void each(Cluster.Taker taker) throws InterruptedException {
        String query = "?limit=" + SIZE + (selector.isEmpty() ? "" : "&labelSelector=" + encoded(selector));
        String next = "";
        do {
            JsonNode page = api.send("GET", path + query + next, null, null);
            for (JsonNode item : page.path("items")) {
                taker.take((ObjectNode) item);
            }
            String token = page.path("metadata").path("continue").asText();
            next = token.isEmpty() ? "" : "&continue=" + encoded(token);
        } while (!next.isEmpty());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
