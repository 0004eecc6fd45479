package dev.slipway.oss.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;

/** Where files are. A file is there with all of its content and metadata, or not at all, whatever is killed when. */
public interface FileStore {
    /**
     * Keeps the file; one with the same id that is there already stays as it is.
     *
     * @param content may be opened more than once
     */
    void save(StoredFile file, InputStreamSource content) throws IOException;

    Optional<StoredFile> find(FileId id) throws IOException;

    /** The content of a file that was found; empty when it has been removed since. The caller closes it. */
    Optional<InputStream> open(FileId id) throws IOException;

    void remove(FileId id) throws IOException;

    /** Fails when files can't be kept or read at the moment. */
    void check() throws IOException;
}
