package dev.slipway.platform.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The jars of this build. A supervisor runs for hours beside someone who builds: once the jar it was started from is
 * replaced, it can load nothing more from it, not even what it needs to stop the stack.
 */
final class OwnJars {
    private static final String ENDING = ".class";

    private OwnJars() {}

    /**
     * Loads all classes of the jars that the given ones come from; classes that lie in folders are left.
     *
     * @param witnesses one class of each jar
     */
    static void load(Class<?>... witnesses) throws IOException {
        for (Class<?> witness : witnesses) {
            Path place = place(witness);
            if (Files.isRegularFile(place)) {
                for (String name : names(place)) {
                    load(name, witness.getClassLoader());
                }
            }
        }
    }

    private static Path place(Class<?> witness) throws IOException {
        CodeSource source = witness.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(source.getLocation() + " is no place", e);
        }
    }

    private static List<String> names(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name ->
                            name.substring(0, name.length() - ENDING.length()).replace('/', '.'))
                    .toList();
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError unusable) {
            // It would not work later either.
        }
    }
}
