package dev.slipway.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the API server has written down. */
record AuditLog(Path file) {
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The requests of one stretch of time, and when in it the last object was written. */
    record Requests(int all, int writes, Duration untilLastWrite) {}

    Requests between(Instant from, Instant to) throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode request = JSON.readTree(line);
                Instant at =
                        Instant.parse(request.path("requestReceivedTimestamp").asText());
                if (!at.isBefore(from) && at.isBefore(to)) {
                    requests.add(request);
                }
            }
        }
        List<JsonNode> writes = requests.stream().filter(AuditLog::writes).toList();
        Duration last = writes.stream()
                .filter(AuditLog::makesAnObject)
                .map(write -> Duration.between(
                        from, Instant.parse(write.path("stageTimestamp").asText())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Requests(requests.size(), writes.size(), last);
    }

    private static boolean writes(JsonNode request) {
        return WRITES.contains(request.path("verb").asText())
                && !request.path("requestURI").asText().contains("dryRun=All")
                && !request.path("objectRef").path("resource").asText().endsWith("reviews");
    }

    /** Neither the lease nor the inventory, which are written once more at the end. */
    private static boolean makesAnObject(JsonNode write) {
        JsonNode object = write.path("objectRef");
        return !object.path("resource").asText().equals("leases")
                && !object.path("name").asText().startsWith("slipway-inventory-");
    }
}
