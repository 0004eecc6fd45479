package dev.slipway.platform.secrets;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.yaml.Document;
import dev.slipway.platform.yaml.Yaml;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file that holds the secrets of a stack: a flat mapping, readable by its owner alone. A secret that is there is never
 * changed; the file is replaced as a whole, so that a crash leaves the old or the new one.
 */
public final class SecretsFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final SecureRandom random;

    public SecretsFile(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads the secrets.
     *
     * @throws UserError when there is no file yet, or it is damaged, unreadable or open to other users
     */
    public Secrets read() {
        if (!exists()) {
            throw new UserError(
                    "there are no secrets yet: " + file + " does not exist",
                    "'slipway up' makes them; with another data directory, give it by --data",
                    ExitCode.FAILED);
        }
        return new Secrets(values());
    }

    /**
     * Generates the secrets that are missing and keeps those that are there. Two processes at once agree on the values.
     *
     * @throws IOException when the directory cannot be written
     */
    public Secrets ensure(Collection<SecretName> names) throws IOException {
        Files.createDirectories(directory());
        Path lock = directory().resolve("." + file.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // released with the channel
            Map<String, String> found = exists() ? values() : Map.of();
            var values = new LinkedHashMap<>(found);
            names.forEach(name -> values.computeIfAbsent(name.name(), missing -> made(name, found)));
            if (values.size() > found.size()) {
                PrivateFiles.write(file, text(values));
            }
            return new Secrets(values);
        }
    }

    /** In a file from before anybody had a value of its own, that of the shared one: what is stored was encrypted with it. */
    private String made(SecretName name, Map<String, String> found) {
        String shared = name.shared();
        String earlier = shared == null || found.keySet().stream().anyMatch(known -> known.startsWith(shared + "-"))
                ? null
                : found.get(shared);
        return earlier == null ? name.generate(random) : earlier;
    }

    private Path directory() {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(secret -> secret.getKey() + ": \"" + secret.getValue() + "\"\n")
                .collect(Collectors.joining("", "# Generated; the stack's data is lost without it.\n", ""));
    }

    private Map<String, String> values() {
        refuseIfOpen();
        if (!Files.isReadable(file)) {
            throw new UserError(
                    file + " cannot be read", "run as its owner, or: chmod 600 '" + file + "'", ExitCode.REFUSED);
        }
        Document<Map<String, String>> document = Yaml.readMap(file, file.toString(), String.class);
        return new LinkedHashMap<>(document.orThrow());
    }

    private void refuseIfOpen() {
        try {
            Set<PosixFilePermission> actual = Files.getPosixFilePermissions(file);
            if (!OWNER.containsAll(actual)) {
                throw new UserError(
                        file + " is open to other users: its mode is " + PosixFilePermissions.toString(actual),
                        "chmod 600 '" + file + "'",
                        ExitCode.REFUSED);
            }
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + e, "check its owner and mode", ExitCode.REFUSED, e);
        }
    }
}
