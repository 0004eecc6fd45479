package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.hospital.BookingRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A booking rule in answers; times are {@code HH:mm}. */
@Schema(name = "BookingRule")
record RuleView(
        int cycleDays, String releaseTime, String stopTime, int quitDayOffset, String quitTime, List<String> notices) {
    static RuleView of(BookingRule rule) {
        return new RuleView(
                rule.cycleDays(),
                rule.releaseTime().toString(),
                rule.stopTime().toString(),
                rule.quitDayOffset(),
                rule.quitTime().toString(),
                rule.notices());
    }
}
