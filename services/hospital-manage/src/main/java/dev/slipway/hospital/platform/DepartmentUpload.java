package dev.slipway.hospital.platform;

import org.jspecify.annotations.Nullable;

/** A department on the wire. */
public record DepartmentUpload(
        String code,
        String name,
        @Nullable String intro,
        @Nullable String parentCode) {}
