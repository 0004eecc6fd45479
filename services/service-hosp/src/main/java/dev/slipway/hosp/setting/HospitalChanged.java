package dev.slipway.hosp.setting;

/**
 * Tells that a hospital's standing has changed; who needs to know it exactly asks again.
 *
 * @param status {@code locked}, {@code unlocked}, {@code online} or {@code offline}
 */
public record HospitalChanged(String hospitalCode, String status) {
    /** Routing key. */
    public static final String TYPE = "hospital.changed";

    static HospitalChanged of(HospitalSetting setting, SettingStatus status) {
        return new HospitalChanged(setting.hospitalCode(), status == SettingStatus.LOCKED ? "locked" : "unlocked");
    }
}
