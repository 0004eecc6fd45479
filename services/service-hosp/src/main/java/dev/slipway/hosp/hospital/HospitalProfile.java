package dev.slipway.hosp.hospital;

import org.jspecify.annotations.Nullable;

/**
 * What a hospital says about itself.
 *
 * @param grade value of the dictionary {@code hospital-grade}
 * @param logo address of an image
 */
public record HospitalProfile(
        String name,
        String grade,
        Region region,
        String address,
        @Nullable String logo,
        String intro,
        String route,
        BookingRule bookingRule) {}
