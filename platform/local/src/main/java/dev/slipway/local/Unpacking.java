package dev.slipway.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Brings programs out of jars into a folder that several processes may share: each appears whole, and once. */
record Unpacking(Path binaries) {

    private static final Object ONE_AT_A_TIME = new Object();

    /** Unpacks what lies below {@code prefix} of its jar and is wanted into the folder {@code name}, with its program. */
    void folder(String name, String prefix, Predicate<String> wanted, String program) throws IOException {
        once(name, program, unfinished -> {
            JarURLConnection connection = (JarURLConnection) open(prefix);
            try (JarFile jar = connection.getJarFile()) {
                for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                    String path = below(prefix, entry);
                    if (path != null && wanted.test(path)) {
                        copy(jar.getInputStream(entry), unfinished.resolve(path));
                    }
                }
            }
        });
    }

    /** Unpacks one resource, a program, to a file of that name. */
    void program(String resource) throws IOException {
        once(resource, "", unfinished -> copy(open(resource).getInputStream(), unfinished));
    }

    private void once(String name, String program, Copying copying) throws IOException {
        Path target = binaries.resolve(name);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(binaries);
        // The file lock is between processes only: within one it would throw.
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel lockFile = FileChannel.open(
                            binaries.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                if (!Files.exists(target) && lock.isValid()) {
                    Path unfinished = binaries.resolve(name + ".unfinished");
                    Folders.delete(unfinished);
                    copying.to(unfinished);
                    new NewProgram(unfinished.resolve(program)).makeRunnable();
                    Files.move(unfinished, target);
                }
            }
        }
    }

    private static @Nullable String below(String prefix, JarEntry entry) {
        return entry.isDirectory() || !entry.getName().startsWith(prefix)
                ? null
                : entry.getName().substring(prefix.length());
    }

    private static URLConnection open(String resource) throws IOException {
        URL url = Unpacking.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new FileNotFoundException("not on the class path: " + resource);
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static void copy(InputStream content, Path target) throws IOException {
        try (content) {
            Files.createDirectories(target.getParent());
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private interface Copying {
        void to(Path unfinished) throws IOException;
    }
}
