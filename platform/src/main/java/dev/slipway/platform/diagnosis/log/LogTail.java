package dev.slipway.platform.diagnosis.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The end of a log: what a component wrote since its last start, with JSON records taken apart into lines. */
public final class LogTail {
    private static final int BYTES = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LogTail() {}

    /**
     * Reads it.
     *
     * @param startMark beginning of the line that is written to the log before each start
     * @return nothing when there is no log
     */
    public static List<String> read(Path log, String startMark) {
        List<String> raw = end(log).lines().toList();
        int start = raw.size() - 1;
        while (start >= 0 && !raw.get(start).startsWith(startMark)) {
            start--;
        }
        return apart(raw.subList(start + 1, raw.size()));
    }

    /** The lines with JSON records taken apart. */
    public static List<String> apart(List<String> raw) {
        var lines = new ArrayList<String>();
        raw.forEach(line -> addTo(lines, line));
        return lines;
    }

    private static String end(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        }
    }

    private static void addTo(List<String> lines, String line) {
        if (!line.startsWith("{")) {
            lines.add(line);
            return;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String level =
                    entry.path("level").asText(entry.path("log").path("level").asText());
            lines.addAll((level + " " + entry.path("message").asText()).lines().toList());
            String trace = entry.path("stack_trace")
                    .asText(entry.path("error").path("stack_trace").asText());
            lines.addAll(trace.lines().toList());
        } catch (JsonProcessingException cutOff) {
            lines.add(line);
        }
    }
}
