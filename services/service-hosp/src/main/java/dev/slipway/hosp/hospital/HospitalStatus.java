package dev.slipway.hosp.hospital;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether an operator lets the hospital be seen and booked. */
public enum HospitalStatus {
    @JsonProperty("offline")
    OFFLINE,
    @JsonProperty("online")
    ONLINE;

    /** As it stands in JSON and in the catalogue. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
