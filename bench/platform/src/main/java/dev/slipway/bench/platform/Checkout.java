package dev.slipway.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the sources, by links, with one environment of its own; its {@code slipway} runs what is built. */
record Checkout(Path home, String environment) {

    static Checkout of(Path sources, String environment, String description) throws IOException {
        Path home = Files.createTempDirectory("checkout");
        link(sources, home, List.of("deploy", "slipway", "target")); // an archive of classes belongs to its folder
        Files.copy(sources.resolve("slipway"), home.resolve("slipway")); // it looks for all else beside itself
        Path deploy = Files.createDirectory(home.resolve("deploy"));
        link(sources.resolve("deploy"), deploy, List.of(environment));
        Files.writeString(Files.createDirectory(deploy.resolve(environment)).resolve("platform.yaml"), description);
        return new Checkout(home, environment);
    }

    /** The committed one without the metrics, whose API cannot become available where pods are simulated. */
    static Checkout committed(Path sources, String environment) throws IOException {
        String description = Files.readString(sources.resolve("deploy/" + environment + "/platform.yaml"));
        return of(sources, environment, description.replaceFirst("(?m)^ +metrics-server: .*\\R", ""));
    }

    private static void link(Path from, Path to, List<String> but) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!but.contains(child.getFileName().toString())) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        }
    }

    String description() throws IOException {
        return Files.readString(home.resolve("deploy/" + environment + "/platform.yaml"));
    }

    /** The documents below {@code deploy/config}. */
    SortedMap<String, String> configuration() throws IOException {
        var documents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(home.resolve("deploy/config"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> documents.put(file.getFileName().toString(), read(file)));
        }
        return documents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
