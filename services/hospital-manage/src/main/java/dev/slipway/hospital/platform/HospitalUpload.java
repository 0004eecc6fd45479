package dev.slipway.hospital.platform;

import java.util.List;

/** A hospital on the wire; times as {@code 08:00}. */
public record HospitalUpload(
        String name,
        String grade,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        String intro,
        String route,
        Rule bookingRule) {
    /** When patients may book and cancel. */
    public record Rule(
            int cycleDays,
            String releaseTime,
            String stopTime,
            int quitDayOffset,
            String quitTime,
            List<String> notices) {
        public Rule {
            notices = List.copyOf(notices);
        }
    }
}
