package dev.slipway.platform.stack.port;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** Remembers which ports a stack has chosen, so that it has the same ones the next time. */
public final class PortBook {
    /** Below the ports that systems hand out for outgoing connections (Linux: from 32768), so that these stay away. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 29_999;
    private static final int TRIES = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final IntPredicate free;
    private final RandomGenerator random;

    public PortBook(Path file, IntPredicate free, RandomGenerator random) {
        this.file = file;
        this.free = free;
        this.random = random;
    }

    /**
     * A port for each name: the remembered one while it is free, else a new one.
     *
     * @param wanted names with the distances from their port to the further ports that go with it
     * @param taken ports that are spoken for
     */
    public Map<String, Integer> choose(Map<String, List<Integer>> wanted, Set<Integer> taken) throws IOException {
        Map<String, Integer> remembered = read();
        var chosen = new LinkedHashMap<String, Integer>();
        var used = new HashSet<>(taken);
        wanted.forEach((name, distances) -> {
            int port = remembered.getOrDefault(name, 0);
            chosen.put(name, port > 0 && fits(port, distances, used) ? port : search(distances, used));
            spoken(chosen.getOrDefault(name, 0), distances).forEach(used::add);
        });
        var all = new LinkedHashMap<>(remembered);
        all.putAll(chosen);
        write(all);
        return chosen;
    }

    private int search(List<Integer> distances, Set<Integer> used) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = random.nextInt(LOWEST, HIGHEST + 1);
            if (fits(port, distances, used)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    private boolean fits(int port, List<Integer> distances, Set<Integer> used) {
        return spoken(port, distances).stream().allMatch(each -> !used.contains(each) && free.test(each));
    }

    private static Set<Integer> spoken(int port, List<Integer> distances) {
        var ports = new HashSet<Integer>();
        ports.add(port);
        distances.forEach(distance -> ports.add(port + distance));
        return ports;
    }

    private Map<String, Integer> read() throws IOException {
        return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}) : Map.of();
    }

    private void write(Map<String, Integer> ports) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ports));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
