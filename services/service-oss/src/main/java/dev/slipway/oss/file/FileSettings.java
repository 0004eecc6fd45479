package dev.slipway.oss.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are kept.
 *
 * @param store which store is used
 * @param directory holds what is being received and, with the local store, the files; one file system
 * @param types content types that are accepted
 * @param linkLifetime how long the link in an answer works
 * @param staleAfter what has been received for longer than this is of an upload that ended half-way
 * @param s3 the bucket, for the store {@code s3}
 */
@ConfigurationProperties("slipway.files")
public record FileSettings(
        @DefaultValue("local") Store store,
        Path directory,

        @DefaultValue({"image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf"})
        Set<String> types,

        @DefaultValue("1h") Duration linkLifetime,
        @DefaultValue("1h") Duration staleAfter,
        @Nullable Bucket s3) {

    private static final Duration LONGEST_LINK = Duration.ofDays(7);

    /** The stores there are. */
    public enum Store {
        LOCAL,
        S3
    }

    /**
     * A bucket that exists.
     *
     * @param endpoint address of the store; null for AWS itself
     * @param pathStyle whether the bucket stands in the path instead of the host's name
     */
    public record Bucket(
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            @DefaultValue("true") boolean pathStyle) {
        public Bucket {
            if (bucket == null || bucket.isBlank()) {
                throw new IllegalArgumentException("slipway.files.s3.bucket is missing");
            }
        }
    }

    public FileSettings {
        if (directory == null) {
            throw new IllegalArgumentException("slipway.files.directory is missing");
        }
        if (store == Store.S3 && s3 == null) {
            throw new IllegalArgumentException("slipway.files.s3 is missing");
        }
        if (linkLifetime.isNegative() || linkLifetime.isZero() || linkLifetime.compareTo(LONGEST_LINK) > 0) {
            throw new IllegalArgumentException("slipway.files.link-lifetime must be within a week");
        }
        types = Set.copyOf(types);
    }
}
