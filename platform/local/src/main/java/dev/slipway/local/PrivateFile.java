package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders for their owner alone; a reader sees the old or the new file, never half of one. */
final class PrivateFile {

    private static final FileAttribute<?> FILE = permissions("rw-------");
    private static final FileAttribute<?> FOLDER = permissions("rwx------");

    private PrivateFile() {}

    static void write(Path file, String content) throws IOException {
        Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", FILE);
        Files.writeString(written, content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, FOLDER);
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
