package dev.slipway.web.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last accepted text of each document, on this process' own disk.
 *
 * <p>The Nacos client keeps a copy too, but of what it last received: a text that was refused would come back from
 * there at the next start. Here is only what was once in force. A copy that cannot be written is logged and costs
 * nothing else.
 */
final class AcceptedCopies {

    private static final Logger log = LoggerFactory.getLogger(AcceptedCopies.class);
    private static final String TARGETS = "bound-records";

    private final @Nullable Path directory;

    /** @param directory where the copies are; null keeps none */
    AcceptedCopies(@Nullable Path directory) {
        this.directory = directory;
    }

    Optional<String> text(Document document) {
        return read(file(document));
    }

    void keep(Document document, String text) {
        write(file(document), text);
    }

    /** The records bound by the last run that came up: {@code prefix=class} lines. */
    List<String> targets() {
        return directory == null
                ? List.of()
                : read(directory.resolve(TARGETS))
                        .map(String::lines)
                        .map(lines -> lines.toList())
                        .orElse(List.of());
    }

    void keepTargets(Collection<String> targets) {
        if (directory != null) {
            write(directory.resolve(TARGETS), String.join("\n", targets));
        }
    }

    private @Nullable Path file(Document document) {
        return directory == null ? null : directory.resolve(document.group()).resolve(document.dataId());
    }

    private static Optional<String> read(@Nullable Path file) {
        if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            log.warn("The accepted copy {} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static void write(@Nullable Path file, String text) {
        Path parent = file == null ? null : file.getParent();
        if (file == null || parent == null) {
            return;
        }
        try {
            Files.createDirectories(parent);
            Path next = Files.createTempFile(parent, ".next", null);
            Files.write(next, text.getBytes(StandardCharsets.UTF_8));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("The accepted copy {} cannot be written: {}", file, e.toString());
        }
    }
}
