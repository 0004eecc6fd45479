package dev.slipway.hosp.setting;

import java.time.Instant;

/** One hospital as the platform has admitted it. */
public record HospitalSetting(
        String id, String hospitalCode, SettingDetails details, SettingStatus status, Instant createdAt) {
    /** Form of hospital codes; key ids begin with one. */
    public static final String CODE = "[A-Za-z0-9]{3,20}";
}
