package dev.slipway.hosp.setting;

import org.jspecify.annotations.Nullable;

/**
 * Which settings are looked for; null means any.
 *
 * @param keyword part of the name or of the code
 */
public record SettingFilter(
        @Nullable String keyword, @Nullable SettingStatus status) {}
