package dev.slipway.hosp.setting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the hospital may take part: a locked one can't call, is not shown and takes no bookings. */
public enum SettingStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("locked")
    LOCKED
}
