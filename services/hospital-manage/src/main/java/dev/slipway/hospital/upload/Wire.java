package dev.slipway.hospital.upload;

import dev.slipway.hospital.department.Department;
import dev.slipway.hospital.platform.DepartmentUpload;
import dev.slipway.hospital.platform.HospitalUpload;
import dev.slipway.hospital.platform.ScheduleUpload;
import dev.slipway.hospital.profile.BookingRule;
import dev.slipway.hospital.profile.ProfileDetails;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.ScheduleDetails;
import java.time.format.DateTimeFormatter;

/** Our words in those of the platform's contract. */
final class Wire {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Wire() {}

    static HospitalUpload of(ProfileDetails details) {
        BookingRule rule = details.rule();
        return new HospitalUpload(
                details.name(),
                details.grade(),
                details.provinceCode(),
                details.cityCode(),
                details.districtCode(),
                details.address(),
                details.intro(),
                details.route(),
                new HospitalUpload.Rule(
                        rule.cycleDays(),
                        TIME.format(rule.releaseTime()),
                        TIME.format(rule.stopTime()),
                        rule.quitDayOffset(),
                        TIME.format(rule.quitTime()),
                        rule.notices()));
    }

    static DepartmentUpload of(Department department) {
        return new DepartmentUpload(
                department.code(),
                department.name(),
                department.intro().isEmpty() ? null : department.intro(),
                department.parentCode());
    }

    static ScheduleUpload of(Schedule schedule) {
        ScheduleDetails details = schedule.details();
        return new ScheduleUpload(
                schedule.id(),
                details.departmentCode(),
                details.title(),
                details.doctor(),
                details.skill(),
                details.workDate(),
                details.session().word(),
                details.total(),
                details.fee().toPlainString(),
                schedule.status().word());
    }
}
