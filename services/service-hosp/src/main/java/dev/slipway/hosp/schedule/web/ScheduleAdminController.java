package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Schedules;
import dev.slipway.hosp.schedule.Session;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of any hospital, for operators. */
@RestController
class ScheduleAdminController {
    private final Hospitals hospitals;
    private final Departments departments;
    private final Schedules schedules;

    ScheduleAdminController(Hospitals hospitals, Departments departments, Schedules schedules) {
        this.hospitals = hospitals;
        this.departments = departments;
        this.schedules = schedules;
    }

    /** A schedule in an operator's list. */
    record AdminScheduleItem(
            String id,
            String hospitalScheduleId,
            String title,
            String doctor,
            String skill,
            LocalDate workDate,
            Session session,
            String fee,
            int total,
            int available,
            ScheduleStatus status) {
        static AdminScheduleItem of(Schedule schedule) {
            ScheduleOffer offer = schedule.offer();
            return new AdminScheduleItem(
                    schedule.id(),
                    schedule.hospitalScheduleId(),
                    offer.title(),
                    offer.doctor(),
                    offer.skill(),
                    offer.workDate(),
                    offer.session(),
                    offer.fee(),
                    offer.total(),
                    schedule.available(),
                    offer.status());
        }
    }

    @GetMapping("/admin/hospitals/{code}/departments/{department}/schedules")
    ItemList<AdminScheduleItem> list(
            @PathVariable String code,
            @PathVariable String department,
            @RequestParam(required = false) @Nullable String date) {
        LocalDate day = RequiredDate.of(date);
        if (hospitals.find(code).isEmpty()) {
            throw ProblemException.notFound("There is no such hospital.");
        }
        if (departments.find(code, department).isEmpty()) {
            throw ProblemException.notFound("The hospital has no such department.");
        }
        return new ItemList<>(schedules.on(code, department, day).stream()
                .map(AdminScheduleItem::of)
                .toList());
    }
}
