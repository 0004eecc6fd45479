package dev.slipway.hosp.department;

import org.jspecify.annotations.Nullable;

/**
 * A department of one hospital.
 *
 * @param code unique in its hospital
 * @param parentCode null at the top
 */
public record Department(
        String code,
        String name,
        @Nullable String intro,
        @Nullable String parentCode) {}
