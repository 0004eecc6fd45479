package dev.slipway.hospital.demonstration;

import dev.slipway.hospital.schedule.ScheduleDetails;
import dev.slipway.hospital.schedule.Session;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A doctor who sees patients every morning and every afternoon.
 *
 * @param number two digits, unique in the department
 * @param total numbers a session
 */
record DemonstrationDoctor(
        String departmentCode, String number, String title, String name, String skill, String fee, int total) {

    String scheduleId(LocalDate date, Session session) {
        return "S" + date.toString().replace("-", "") + "-" + departmentCode + number + "-" + session.word();
    }

    ScheduleDetails details(LocalDate date, Session session) {
        return new ScheduleDetails(departmentCode, title, name, skill, date, session, new BigDecimal(fee), total);
    }
}
