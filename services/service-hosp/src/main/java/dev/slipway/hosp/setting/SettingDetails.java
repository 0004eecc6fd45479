package dev.slipway.hosp.setting;

import org.jspecify.annotations.Nullable;

/**
 * What an operator writes down about a hospital.
 *
 * @param apiUrl where the hospital's own system takes signed calls, without a slash at the end
 */
public record SettingDetails(
        String name,
        String apiUrl,
        @Nullable String contactName,
        @Nullable String contactPhone) {}
