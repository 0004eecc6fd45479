package dev.slipway.hosp.setting.web;

import dev.slipway.hosp.setting.HospitalKey;
import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.SettingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new setting with its first key, which is never shown again. */
record NewSettingView(
        String id,
        String hospitalCode,
        String name,
        String apiUrl,
        @Nullable String contactName,
        @Nullable String contactPhone,
        SettingStatus status,
        Instant createdAt,
        String keyId,
        String key) {
    static NewSettingView of(HospitalSetting setting, HospitalKey key) {
        return new NewSettingView(
                setting.id(),
                setting.hospitalCode(),
                setting.details().name(),
                setting.details().apiUrl(),
                setting.details().contactName(),
                setting.details().contactPhone(),
                setting.status(),
                setting.createdAt(),
                key.keyId(),
                key.value());
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "NewSettingView[" + keyId + "]";
    }
}
