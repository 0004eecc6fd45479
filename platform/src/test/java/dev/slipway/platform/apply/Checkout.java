package dev.slipway.platform.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The sources, by links, with another description of one environment. */
public final class Checkout {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

    private Checkout() {}

    /** @param description what is made of the one of the sources */
    public static void make(Path home, String environment, UnaryOperator<String> description) throws IOException {
        link(SOURCES, home, "deploy");
        Path deploy = Files.createDirectory(home.resolve("deploy"));
        link(SOURCES.resolve("deploy"), deploy, environment);
        Path described = Path.of("deploy", environment, "platform.yaml");
        Files.createDirectory(deploy.resolve(environment));
        Files.writeString(home.resolve(described), description.apply(Files.readString(SOURCES.resolve(described))));
    }

    private static void link(Path from, Path to, String but) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.endsWith(but)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        }
    }
}
