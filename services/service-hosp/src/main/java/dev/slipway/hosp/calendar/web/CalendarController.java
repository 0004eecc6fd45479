package dev.slipway.hosp.calendar.web;

import dev.slipway.hosp.calendar.BookingCalendar;
import dev.slipway.hosp.calendar.CalendarDay;
import dev.slipway.hosp.calendar.DayStatus;
import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The days of a department, a page at a time. */
@RestController
class CalendarController {
    private final ShownHospitals shown;
    private final Hospitals hospitals;
    private final Departments departments;
    private final BookingCalendar calendar;

    CalendarController(ShownHospitals shown, Hospitals hospitals, Departments departments, BookingCalendar calendar) {
        this.shown = shown;
        this.hospitals = hospitals;
        this.departments = departments;
        this.calendar = calendar;
    }

    /** @param weekday {@code monday} to {@code sunday} */
    record DayView(LocalDate date, String weekday, DayStatus status, int total, int available) {
        static DayView of(CalendarDay day) {
            String weekday = day.date().getDayOfWeek().name().toLowerCase(Locale.ROOT);
            return new DayView(day.date(), weekday, day.status(), day.total(), day.available());
        }
    }

    @GetMapping("/api/hospitals/{code}/departments/{department}/calendar")
    Page<DayView> shown(@PathVariable String code, @PathVariable String department, @ParameterObject PageRequest page) {
        return days(shown.find(code), department, page);
    }

    /** Also of a hospital that patients can't see. */
    @GetMapping("/admin/hospitals/{code}/departments/{department}/calendar")
    Page<DayView> any(@PathVariable String code, @PathVariable String department, @ParameterObject PageRequest page) {
        return days(hospitals.find(code), department, page);
    }

    private Page<DayView> days(Optional<Hospital> found, String department, PageRequest page) {
        Hospital hospital = found.orElseThrow(() -> ProblemException.notFound("There is no such hospital."));
        if (departments.find(hospital.code(), department).isEmpty()) {
            throw ProblemException.notFound("The hospital has no such department.");
        }
        return calendar.days(hospital, department, page).map(DayView::of);
    }
}
