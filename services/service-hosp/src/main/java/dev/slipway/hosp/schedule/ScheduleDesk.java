package dev.slipway.hosp.schedule;

import dev.slipway.hosp.department.Department;
import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.hospital.BookingRule;
import dev.slipway.hosp.hospital.BookingWindow;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.hosp.hospital.ShownHospitals.Standing;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells of one schedule whether it can be booked now. */
@Service
public class ScheduleDesk {
    private final Schedules schedules;
    private final Hospitals hospitals;
    private final ShownHospitals shown;
    private final Departments departments;
    private final Clock clock;
    private final ZoneId displayZone;

    ScheduleDesk(
            Schedules schedules,
            Hospitals hospitals,
            ShownHospitals shown,
            Departments departments,
            Clock clock,
            ZoneId displayZone) {
        this.schedules = schedules;
        this.hospitals = hospitals;
        this.shown = shown;
        this.departments = departments;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    /** Also one that was taken back, or whose hospital is not shown: the state says so. */
    public Optional<ScheduleInHospital> find(String id) {
        return schedules
                .find(id)
                .flatMap(schedule -> hospitals.find(schedule.hospitalCode()).map(hospital -> in(hospital, schedule)));
    }

    private ScheduleInHospital in(Hospital hospital, Schedule schedule) {
        String code = schedule.offer().departmentCode();
        return new ScheduleInHospital(
                schedule,
                hospital,
                departments.find(hospital.code(), code).map(Department::name).orElse(code),
                state(schedule, shown.standing(hospital), hospital.profile().bookingRule()),
                hospital.profile().bookingRule().quitDeadline(schedule.offer().workDate(), displayZone));
    }

    /** For several schedules of a hospital that is shown. */
    public BookingState stateWhenShown(Schedule schedule, BookingRule rule) {
        return state(schedule, Standing.SHOWN, rule);
    }

    private BookingState state(Schedule schedule, Standing standing, BookingRule rule) {
        if (standing != Standing.SHOWN) {
            return standing == Standing.LOCKED ? BookingState.HOSPITAL_LOCKED : BookingState.HOSPITAL_OFFLINE;
        }
        if (schedule.offer().status() != ScheduleStatus.OPEN) {
            return schedule.offer().status() == ScheduleStatus.CLOSED ? BookingState.CLOSED : BookingState.CANCELLED;
        }
        BookingWindow window = BookingWindow.at(rule, clock.instant(), displayZone);
        return switch (window.stateOf(schedule.offer().workDate())) {
            case OUT_OF_WINDOW -> BookingState.OUT_OF_WINDOW;
            case UPCOMING -> BookingState.NOT_YET_RELEASED;
            case STOPPED -> BookingState.STOPPED;
            case OPEN -> BookingState.OPEN;
        };
    }
}
