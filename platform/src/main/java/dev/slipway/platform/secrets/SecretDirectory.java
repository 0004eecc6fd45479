package dev.slipway.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The secrets of one service as files (mode 600) in a directory of its own (mode 700), like a mounted Kubernetes Secret. */
public final class SecretDirectory {
    private SecretDirectory() {}

    /**
     * Makes the directory hold exactly these secrets; files of other names in it are deleted.
     *
     * @param files file name → name of the secret, from {@link SecretPlan#filesOf}
     */
    public static void render(Path directory, Map<String, String> files, Secrets secrets) throws IOException {
        PrivateFiles.directory(directory);
        for (var file : files.entrySet()) {
            PrivateFiles.write(directory.resolve(file.getKey()), secrets.value(file.getValue()));
        }
        try (var entries = Files.list(directory)) {
            List<Path> strangers = entries.filter(
                            entry -> !files.containsKey(entry.getFileName().toString()))
                    .toList();
            for (Path stranger : strangers) {
                Files.delete(stranger);
            }
        }
    }
}
