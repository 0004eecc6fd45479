package dev.slipway.platform.stack.app;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.Processes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java programs of a stack below one folder: {@code <name>-<content>/<name>.jar} beside {@code lib/}, and next to
 * the jar its start-up caches. Whatever is in place there is whole: it is made elsewhere and moved.
 */
public final class Apps {
    private static final Duration UNPACK_WITHIN = Duration.ofMinutes(2);

    private static final Pattern ENTRY = Pattern.compile("(?:unfinished-)?(?:cache-)?(.+)-[0-9a-f]{12}(?:\\..*)?");

    private final Path folder;
    private final Jvm jvm;
    private final Processes processes;

    public Apps(Path folder, Jvm jvm, Processes processes) {
        this.folder = folder;
        this.jvm = jvm;
        this.processes = processes;
    }

    /**
     * A Spring Boot jar, unpacked so that no jar lies in another: classes load faster, and caches work.
     *
     * @param log what unpacking has to say is appended there
     */
    public Path unpacked(String name, Path jar, Path log) throws IOException, InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new NoSuchFileException(jar.toString(), null, "not built: run without --no-build");
        }
        Path target = folder.resolve(name + "-" + JarKey.of(jar));
        if (!Files.isDirectory(target)) {
            Path unfinished = folder.resolve(target.getFileName() + ".unfinished");
            remove(unfinished);
            List<String> command = List.of(
                    jvm.java(),
                    "-Djarmode=tools",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--destination",
                    unfinished.toString());
            Child unpacking = processes.start(new Launch("unpack-" + name, command, Map.of(), folder, log));
            if (Wait.forEnd(unpacking, UNPACK_WITHIN) != 0) {
                throw new IOException("cannot unpack " + jar);
            }
            moveOver(unfinished, target);
        }
        return target.resolve(jar.getFileName());
    }

    /**
     * The start-up cache of a program.
     *
     * @param flags of its JVM; another heap or collector needs another cache
     */
    public StartupCache cache(String name, Path jar, List<String> flags) throws IOException {
        String key = JarKey.of(stamps(jar) + jvm.version() + flags + jar.toAbsolutePath());
        return new StartupCache(folder.resolve("cache-" + name + "-" + key + jvm.cacheSuffix()), jvm);
    }

    /**
     * Removes older programs and caches of the named ones; those of others may be used the next time.
     *
     * @param used what stays
     */
    public void tidy(Set<String> names, Set<Path> used) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (belongsTo(names, entry) && used.stream().noneMatch(path -> path.startsWith(entry))) {
                    remove(entry);
                }
            }
        }
    }

    private static boolean belongsTo(Set<String> names, Path entry) {
        Matcher matcher = ENTRY.matcher(entry.getFileName().toString());
        return matcher.matches() && names.contains(matcher.group(1));
    }

    /** A JVM refuses a cache whose jars have other times than when it was made. */
    private static String stamps(Path jar) throws IOException {
        var stamps = new StringBuilder(stamp(jar));
        Path libraries = jar.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> files = Files.list(libraries)) {
                for (Path library : files.sorted().toList()) {
                    stamps.append(stamp(library));
                }
            }
        }
        return stamps.toString();
    }

    private static String stamp(Path file) throws IOException {
        return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
    }

    private static void moveOver(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException someoneElseWasFaster) {
            remove(unfinished);
        }
    }

    private static void remove(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return;
        }
        Files.walkFileTree(entry, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
