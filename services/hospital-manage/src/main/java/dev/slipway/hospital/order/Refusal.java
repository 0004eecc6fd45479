package dev.slipway.hospital.order;

import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.ScheduleDetails;
import dev.slipway.hospital.schedule.ScheduleStatus;
import java.time.LocalDate;
import java.util.Optional;

/** Why an order is refused, in words for the patient. What is only full by now is decided by the ledger. */
final class Refusal {
    static final String UNKNOWN = "该班次不存在";
    static final String FULL = "号源已满";

    private Refusal() {}

    static Optional<String> of(Optional<Schedule> schedule, OrderRequest request, LocalDate today) {
        return schedule.isEmpty() ? Optional.of(UNKNOWN) : of(schedule.get(), request, today);
    }

    private static Optional<String> of(Schedule schedule, OrderRequest request, LocalDate today) {
        if (schedule.status() != ScheduleStatus.OPEN) {
            return Optional.of(schedule.status() == ScheduleStatus.CLOSED ? "该班次已停止预约" : "该班次已停诊");
        }
        if (!sameSession(schedule.details(), request)) {
            return Optional.of("科室、日期或时段与排班不符");
        }
        if (schedule.details().fee().compareTo(request.fee()) != 0) {
            return Optional.of("挂号费已变更");
        }
        if (request.visitDate().isBefore(today)) {
            return Optional.of("就诊日期已过");
        }
        return schedule.available() == 0 ? Optional.of(FULL) : Optional.empty();
    }

    private static boolean sameSession(ScheduleDetails details, OrderRequest request) {
        return details.departmentCode().equals(request.departmentCode())
                && details.workDate().equals(request.visitDate())
                && details.session() == request.session();
    }
}
