package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.hospital.BookingRule;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.hosp.schedule.BookingState;
import dev.slipway.hosp.schedule.ScheduleDesk;
import dev.slipway.hosp.schedule.Schedules;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of hospitals that patients may see. */
@RestController
class ScheduleController {
    private final ShownHospitals hospitals;
    private final Departments departments;
    private final Schedules schedules;
    private final ScheduleDesk desk;

    ScheduleController(ShownHospitals hospitals, Departments departments, Schedules schedules, ScheduleDesk desk) {
        this.hospitals = hospitals;
        this.departments = departments;
        this.schedules = schedules;
        this.desk = desk;
    }

    @GetMapping("/api/hospitals/{code}/departments/{department}/schedules")
    ItemList<ScheduleItem> list(
            @PathVariable String code,
            @PathVariable String department,
            @RequestParam(required = false) @Nullable String date) {
        LocalDate day = RequiredDate.of(date);
        Hospital hospital =
                hospitals.find(code).orElseThrow(() -> ProblemException.notFound("There is no such hospital."));
        if (departments.find(code, department).isEmpty()) {
            throw ProblemException.notFound("The hospital has no such department.");
        }
        BookingRule rule = hospital.profile().bookingRule();
        return new ItemList<>(schedules.on(code, department, day).stream()
                .map(schedule -> ScheduleItem.of(schedule, desk.stateWhenShown(schedule, rule)))
                .toList());
    }

    @GetMapping("/api/schedules/{id}")
    ScheduleView show(@PathVariable String id) {
        return desk.find(id)
                .filter(in -> !in.schedule().removed())
                .filter(in -> in.state() != BookingState.HOSPITAL_LOCKED && in.state() != BookingState.HOSPITAL_OFFLINE)
                .map(ScheduleView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no such schedule."));
    }
}
