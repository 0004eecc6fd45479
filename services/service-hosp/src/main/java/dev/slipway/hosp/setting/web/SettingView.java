package dev.slipway.hosp.setting.web;

import dev.slipway.hosp.setting.HospitalKey;
import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.SettingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as answers show it; keys by their ids only.
 *
 * @param keys those that are good now, newest first; null in lists
 */
@Schema(name = "HospitalSetting")
record SettingView(
        String id,
        String hospitalCode,
        String name,
        String apiUrl,
        @Nullable String contactName,
        @Nullable String contactPhone,
        SettingStatus status,
        @Nullable List<KeyItem> keys,
        Instant createdAt) {
    /** @param retiresAt null for the newest */
    record KeyItem(String keyId, @Nullable Instant retiresAt) {}

    static SettingView of(HospitalSetting setting, @Nullable List<HospitalKey> keys) {
        return new SettingView(
                setting.id(),
                setting.hospitalCode(),
                setting.details().name(),
                setting.details().apiUrl(),
                setting.details().contactName(),
                setting.details().contactPhone(),
                setting.status(),
                keys == null
                        ? null
                        : keys.stream()
                                .map(key -> new KeyItem(key.keyId(), key.retiresAt()))
                                .toList(),
                setting.createdAt());
    }
}
