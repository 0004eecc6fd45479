package dev.slipway.statistics.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.statistics.appointment.AppointmentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The answer of {@code GET /inner/statistics/appointment-states}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AppointmentPage(List<Item> items) {
    AppointmentPage {
        if (items == null) {
            throw new IllegalArgumentException("a page has items");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String number, String hospitalCode, LocalDate visitDate, String status, long version) {
        private static final Set<String> ACTIVE = Set.of("CONFIRMED", "PAID", "FETCHED");

        AppointmentState state() {
            return new AppointmentState(number, hospitalCode, visitDate, ACTIVE.contains(status), version);
        }
    }
}
