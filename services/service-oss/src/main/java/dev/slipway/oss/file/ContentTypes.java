package dev.slipway.oss.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Tells what a content is from its first bytes, whatever its name or sender say. */
final class ContentTypes {
    private static final int FIRST_BYTES = 64 * 1024;

    private final Tika tika = new Tika();
    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();
    private final Set<String> accepted;

    ContentTypes(Set<String> accepted) {
        this.accepted = accepted;
    }

    /** The content's type; empty when it is not accepted. */
    Optional<String> accepted(InputStream content) throws IOException {
        return Optional.of(tika.detect(content.readNBytes(FIRST_BYTES))).filter(accepted::contains);
    }

    /** The usual one first. */
    List<String> extensions(String type) {
        try {
            return known.forName(type).getExtensions();
        } catch (MimeTypeException unknown) {
            return List.of();
        }
    }
}
