package dev.slipway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a benchmark found. */
public final class Results {
    private Results() {}

    /** As JSON for machines and Markdown for people, who are shown it too. */
    public static void write(Path folder, String name, Map<String, ?> all, String markdown) throws IOException {
        Files.createDirectories(folder);
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        Files.writeString(folder.resolve(name + ".json"), json + "\n");
        Files.writeString(folder.resolve(name + ".md"), markdown);
        System.out.println(markdown);
    }

    /** The middle one, or the mean of the two in the middle. */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
