package dev.slipway.platform.stack.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTests {
    @TempDir
    Path folder;

    private final Set<Integer> taken = new HashSet<>();
    private final Map<String, List<Integer>> wanted = new LinkedHashMap<>();

    PortBookTests() {
        wanted.put("nacos", List.of(1000, 1001, -1000));
        wanted.put("mysql", List.of());
    }

    @Test
    void remembersWhatItChose() throws IOException {
        Map<String, Integer> first = book(1).choose(wanted, Set.of());
        assertThat(book(2).choose(wanted, Set.of())).isEqualTo(first);
    }

    @Test
    void choosesAgainWhenARememberedPortOrOneThatGoesWithItIsTaken() throws IOException {
        Map<String, Integer> first = book(1).choose(wanted, Set.of());
        taken.add(port(first, "nacos") - 1000);
        Map<String, Integer> second = book(2).choose(wanted, Set.of());
        assertThat(port(second, "nacos")).isNotEqualTo(port(first, "nacos"));
        assertThat(port(second, "mysql")).isEqualTo(port(first, "mysql"));
    }

    @Test
    void givesNoPortTwice() throws IOException {
        var many = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < 500; i++) {
            many.put("component-" + i, List.of(1));
        }
        var all = new HashSet<Integer>();
        book(3).choose(many, Set.of(20_000)).values().forEach(port -> {
            assertThat(all.add(port)).isTrue();
            assertThat(all.add(port + 1)).isTrue();
        });
        assertThat(all).doesNotContain(20_000);
    }

    @Test
    void staysBelowThePortsOfOutgoingConnections() throws IOException {
        assertThat(book(4).choose(wanted, Set.of()).values())
                .allSatisfy(port -> assertThat(port).isBetween(20_000, 29_999));
    }

    private PortBook book(long seed) {
        return new PortBook(folder.resolve("ports.json"), port -> !taken.contains(port), new Random(seed));
    }

    private static int port(Map<String, Integer> ports, String name) {
        return Objects.requireNonNull(ports.get(name));
    }
}
