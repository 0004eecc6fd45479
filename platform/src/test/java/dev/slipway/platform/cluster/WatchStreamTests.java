package dev.slipway.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchStreamTests {
    private final AtomicInteger news = new AtomicInteger();
    private final WatchStream stream = new WatchStream(news::incrementAndGet);

    private void told(String type, String name, int version) {
        stream.line("""
                {"type": "%s", "object": {"metadata": {"name": "%s", "resourceVersion": "%d", "managedFields": [{}]}}}
                """.formatted(type, name, version));
    }

    private List<String> taken() {
        return stream.take().stream()
                .map(event -> event.kind() + " " + event.name() + " "
                        + event.object().at("/metadata/resourceVersion").asText())
                .toList();
    }

    @Test
    void ofEachObjectTheLastEventIsTakenOnceInTheOrderInWhichTheyCame() {
        told("ADDED", "a", 1);
        told("ADDED", "b", 2);
        told("MODIFIED", "a", 3);
        told("DELETED", "c", 4);

        assertThat(taken()).containsExactly("ADDED b 2", "MODIFIED a 3", "DELETED c 4");
        assertThat(taken()).isEmpty();
        assertThat(news).hasValue(4);
        assertThat(stream.end()).isEmpty();
    }

    @Test
    void whoOwnsWhichFieldIsNotKept() {
        told("ADDED", "a", 1);

        assertThat(stream.take()).singleElement().satisfies(event -> assertThat(
                        event.object().path("metadata").has("managedFields"))
                .isFalse());
    }

    @Test
    void aBookmarkIsNoNews() {
        told("BOOKMARK", "", 9);

        assertThat(taken()).isEmpty();
        assertThat(news).hasValue(0);
        assertThat(stream.end()).isEmpty();
    }

    @Test
    void aVersionThatTheServerHasForgottenEndsItAndNothingAfterThatCounts() {
        stream.line("""
                {"type": "ERROR", "object": {"kind": "Status", "code": 410, "reason": "Expired"}}""");
        told("ADDED", "a", 1);

        assertThat(stream.end()).contains(410);
        assertThat(taken()).isEmpty();
        assertThat(news).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html>", "[]", "{\"kind\": \"List\"}", "{\"type\": \"ADDED\"}"})
    void whatIsNoEventEndsIt(String line) {
        stream.line(line);

        assertThat(stream.end()).contains(WatchStream.BROKEN);
        assertThat(news).hasValue(1);
    }

    @Test
    void linesAreWholeWhereverTheirPiecesEnd() {
        byte[] text = "erste Zeile: ä\nzweite: 院\n".getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= text.length; size++) {
            var taken = new ArrayList<String>();
            var lines = new Lines(taken::add);
            for (int from = 0; from < text.length; from += size) {
                lines.take(ByteBuffer.wrap(text, from, Math.min(size, text.length - from)));
            }
            assertThat(taken).as("pieces of %d bytes", size).containsExactly("erste Zeile: ä", "zweite: 院");
        }
    }
}
