package dev.slipway.hosp.schedule;

import dev.slipway.hosp.hospital.Hospital;
import java.time.ZonedDateTime;

/**
 * A schedule with what is around it.
 *
 * @param departmentName the department's code when it is gone
 * @param quitDeadline until when an appointment can be cancelled
 */
public record ScheduleInHospital(
        Schedule schedule, Hospital hospital, String departmentName, BookingState state, ZonedDateTime quitDeadline) {}
