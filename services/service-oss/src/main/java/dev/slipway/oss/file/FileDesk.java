package dev.slipway.oss.file;

import dev.slipway.oss.file.UploadOutcome.Empty;
import dev.slipway.oss.file.UploadOutcome.Kept;
import dev.slipway.oss.file.UploadOutcome.KeyReused;
import dev.slipway.oss.file.UploadOutcome.TypeNotAccepted;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** Takes files in, gives them out and removes them, for those who may. */
public final class FileDesk {
    private final FileStore store;
    private final ContentTypes types;
    private final FileLinks links;
    private final Supplier<UUID> ids;
    private final Clock clock;

    FileDesk(FileStore store, ContentTypes types, FileLinks links, Supplier<UUID> ids, Clock clock) {
        this.store = store;
        this.types = types;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps the content as the caller's file.
     *
     * @param key the call's idempotency key; null makes a new file each time
     */
    public UploadOutcome upload(Caller caller, @Nullable String key, String name, InputStreamSource content)
            throws IOException {
        Optional<String> type;
        try (InputStream in = content.getInputStream()) {
            type = types.accepted(in);
        }
        Measured measured = measure(content);
        if (measured.size() == 0) {
            return new Empty();
        }
        if (type.isEmpty()) {
            return new TypeNotAccepted();
        }
        FileId id = key == null ? newId() : links.idOf(caller.id(), key);
        String harmless = FileName.harmless(name, types.extensions(type.get()));
        StoredFile file = new StoredFile(
                id, harmless, measured.size(), type.get(), measured.sha256(), caller.id(), clock.instant());
        return key == null ? keep(file, content) : keepOnce(file, content);
    }

    private UploadOutcome keepOnce(StoredFile file, InputStreamSource content) throws IOException {
        if (store.find(file.id()).isEmpty()) {
            store.save(file, content);
        }
        StoredFile kept = store.find(file.id()).orElse(file);
        boolean same = kept.sha256().equals(file.sha256()) && kept.name().equals(file.name());
        return same ? new Kept(kept) : new KeyReused();
    }

    private UploadOutcome keep(StoredFile file, InputStreamSource content) throws IOException {
        store.save(file, content);
        return new Kept(file);
    }

    /** The file, when it is the caller's, the caller is an operator, or the link is good. */
    public Optional<StoredFile> find(
            FileId id, @Nullable Caller caller, @Nullable String expires, @Nullable String signature)
            throws IOException {
        boolean linked = links.valid(id, expires, signature);
        if (caller == null && !linked) {
            return Optional.empty();
        }
        return store.find(id).filter(file -> linked || mayHave(caller, file));
    }

    /** Its content; empty when it has been removed since. */
    public Optional<InputStream> open(StoredFile file) throws IOException {
        return store.open(file.id());
    }

    /** False when there is no such file that the caller may remove. */
    public boolean remove(FileId id, Caller caller) throws IOException {
        Optional<StoredFile> file = store.find(id).filter(found -> mayHave(caller, found));
        if (file.isPresent()) {
            store.remove(id);
        }
        return file.isPresent();
    }

    private static boolean mayHave(@Nullable Caller caller, StoredFile file) {
        return caller != null && (caller.is(Role.ADMIN) || file.owner().equals(caller.id()));
    }

    private FileId newId() {
        return new FileId(ids.get().toString().replace("-", ""));
    }

    private static Measured measure(InputStreamSource content) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(content.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new Measured(
                    size, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Measured(long size, String sha256) {}
}
