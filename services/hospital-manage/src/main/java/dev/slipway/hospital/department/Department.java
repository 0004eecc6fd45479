package dev.slipway.hospital.department;

import dev.slipway.hospital.platform.UploadState;
import org.jspecify.annotations.Nullable;

/**
 * A department.
 *
 * @param code unique within its hospital
 * @param parentCode null at the top of the tree
 */
public record Department(
        String code, String name, String intro, @Nullable String parentCode, UploadState upload) {}
