package dev.slipway.oss.file;

import java.time.Instant;

/**
 * What is known of a file; kept beside its content.
 *
 * @param name as the uploader called it, made harmless
 * @param size bytes
 * @param contentType told from the content
 * @param sha256 of the content, 64 hexadecimal digits
 * @param owner id of the user who uploaded it
 */
public record StoredFile(
        FileId id, String name, long size, String contentType, String sha256, String owner, Instant createdAt) {}
