package dev.slipway.oss.file.local;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.oss.file.FileId;
import dev.slipway.oss.file.FileStore;
import dev.slipway.oss.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamSource;
import org.springframework.util.FileSystemUtils;

/**
 * A folder a file, with its content and its metadata. The folder is made among what is incoming, written through to the
 * disk, and appears under its id by one rename.
 */
final class LocalFileStore implements FileStore {
    private static final String CONTENT = "content";
    private static final String METADATA = "metadata.json";

    private final Path files;
    private final Path incoming;
    private final ObjectMapper json;
    private final Supplier<UUID> ids;

    /** @param incoming on the same file system as {@code files} */
    LocalFileStore(Path files, Path incoming, ObjectMapper json, Supplier<UUID> ids) throws IOException {
        this.files = Files.createDirectories(files);
        this.incoming = incoming;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public void save(StoredFile file, InputStreamSource content) throws IOException {
        Path draft = Files.createDirectory(incoming.resolve(ids.get().toString()));
        try {
            try (InputStream in = content.getInputStream()) {
                write(draft.resolve(CONTENT), in);
            }
            write(draft.resolve(METADATA), new ByteArrayInputStream(json.writeValueAsBytes(file)));
            force(draft);
            publish(draft, folder(file.id()));
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private void publish(Path draft, Path folder) throws IOException {
        Path parent = Files.createDirectories(folder.resolveSibling(""));
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            if (!Files.exists(folder.resolve(METADATA))) {
                throw refused;
            }
            // Another upload with the same id was first.
        }
        force(parent);
        force(files);
    }

    @Override
    public Optional<StoredFile> find(FileId id) throws IOException {
        try {
            return Optional.of(json.readerFor(StoredFile.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(Files.readAllBytes(folder(id).resolve(METADATA))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> open(FileId id) throws IOException {
        try {
            return Optional.of(Files.newInputStream(folder(id).resolve(CONTENT)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(FileId id) throws IOException {
        Path removed = incoming.resolve(ids.get().toString());
        try {
            Files.move(folder(id), removed, StandardCopyOption.ATOMIC_MOVE);
            force(folder(id).resolveSibling(""));
        } catch (NoSuchFileException removedMeanwhile) {
            return;
        }
        FileSystemUtils.deleteRecursively(removed);
    }

    @Override
    public void check() throws IOException {
        if (!Files.isWritable(files) || !Files.isWritable(incoming)) {
            throw new IOException("the directory of files can't be written");
        }
    }

    /** Two levels, so that no directory grows without bound. */
    private Path folder(FileId id) {
        return files.resolve(id.value().substring(0, 2)).resolve(id.value());
    }

    private static void write(Path file, InputStream in) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** A rename is on the disk once its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
