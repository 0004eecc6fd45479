package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diff.Differences;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * In which state objects are: a digest of what they say. Status and number of pods are left out, as they move without
 * anybody's doing; a number that would be changed stands in the plan. Of a Secret no digest may be written down, for a short
 * value could be guessed from it: there the resource version counts, which nothing moves but a change.
 */
final class Versions {
    private Versions() {}

    /** Those of the objects that are there. */
    static Map<ObjectId, String> of(Collection<ObjectId> ids, Cluster cluster, Parallel parallel)
            throws InterruptedException {
        record Found(ObjectId id, Optional<ObjectNode> live) {}
        List<Callable<Found>> work = ids.stream()
                .map(id -> (Callable<Found>) () -> new Found(id, cluster.get(id)))
                .toList();
        var versions = new LinkedHashMap<ObjectId, String>();
        for (Found found : parallel.all(work)) {
            found.live().ifPresent(live -> versions.put(found.id(), of(live)));
        }
        return versions;
    }

    static String of(ObjectNode live) {
        JsonNode metadata = live.path("metadata");
        String state = live.path("kind").asText().equals("Secret")
                ? "version " + metadata.path("resourceVersion").asText()
                : "digest " + digest(live);
        return metadata.path("uid").asText() + ", " + state;
    }

    private static String digest(ObjectNode live) {
        ObjectNode content = Differences.content(live);
        if (content.path("spec") instanceof ObjectNode spec) {
            spec.remove("replicas");
        }
        try {
            byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
