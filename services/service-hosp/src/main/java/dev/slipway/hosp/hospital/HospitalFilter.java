package dev.slipway.hosp.hospital;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which hospitals are looked for; null means any.
 *
 * @param name part of the name, upper or lower case
 * @param without codes that are left out
 */
public record HospitalFilter(
        @Nullable String name,
        @Nullable String grade,
        @Nullable String province,
        @Nullable String city,
        @Nullable String district,
        @Nullable HospitalStatus status,
        Set<String> without) {
    public HospitalFilter {
        without = Set.copyOf(without);
    }
}
