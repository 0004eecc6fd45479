package dev.slipway.oss.file.s3;

import dev.slipway.oss.file.FileId;
import dev.slipway.oss.file.FileStore;
import dev.slipway.oss.file.StoreAway;
import dev.slipway.oss.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An object a file; the metadata are the object's own, so one call writes both and an interrupted one writes neither. */
final class S3FileStore implements FileStore {
    private static final String PREFIX = "files/";
    private static final int THERE_ALREADY = 412;

    private final S3Client client;
    private final String bucket;

    S3FileStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void save(StoredFile file, InputStreamSource content) throws IOException {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key(file.id()))
                .ifNoneMatch("*")
                .contentType(file.contentType())
                .metadata(Map.of(
                        "name", encode(file.name()),
                        "owner", encode(file.owner()),
                        "sha256", file.sha256(),
                        "created", file.createdAt().toString()))
                .build();
        RequestBody body = RequestBody.fromContentProvider(() -> open(content), file.size(), file.contentType());
        answered(() -> {
            try {
                return client.putObject(request, body);
            } catch (S3Exception refused) {
                if (refused.statusCode() == THERE_ALREADY) {
                    return PutObjectResponse.builder().build();
                }
                throw refused;
            }
        });
    }

    @Override
    public Optional<StoredFile> find(FileId id) throws IOException {
        return answered(() -> {
            try {
                return Optional.of(
                        file(id, client.headObject(head -> head.bucket(bucket).key(key(id)))));
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<InputStream> open(FileId id) throws IOException {
        return answered(() -> {
            try {
                return Optional.of(client.getObject(get -> get.bucket(bucket).key(key(id))));
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void remove(FileId id) throws IOException {
        answered(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key(id))));
    }

    @Override
    public void check() throws IOException {
        answered(() -> client.headBucket(head -> head.bucket(bucket)));
    }

    private static StoredFile file(FileId id, HeadObjectResponse object) {
        Map<String, String> metadata = object.metadata();
        return new StoredFile(
                id,
                decode(metadata.getOrDefault("name", "")),
                object.contentLength(),
                object.contentType(),
                metadata.getOrDefault("sha256", ""),
                decode(metadata.getOrDefault("owner", "")),
                Instant.parse(metadata.getOrDefault("created", Instant.EPOCH.toString())));
    }

    private static <T> T answered(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException away) {
            throw new StoreAway("The bucket can't be asked", away);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static InputStream open(InputStreamSource content) {
        try {
            return content.getInputStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String key(FileId id) {
        return PREFIX + id;
    }

    /** Metadata of an object travel in headers, which are ASCII. */
    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
