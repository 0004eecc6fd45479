package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Session;
import dev.slipway.hosp.upload.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A schedule as its hospital sends it.
 *
 * @param id what the hospital calls it
 * @param fee yuan with two decimals; payment providers take no less than one fen
 */
record ScheduleRequest(
        @NotNull
        @Pattern(
                regexp = "(?!\\.{1,2}$)[A-Za-z0-9_.:-]{1,64}",
                message = "must be 1 to 64 of letters, digits and _ . : -")
        String id,

        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_-]{1,32}", message = "must be 1 to 32 letters, digits, hyphens and underscores")
        String departmentCode,

        @NotNull @Size(max = 50) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String title,

        @NotBlank @Size(max = 50) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String doctor,

        @NotNull @Size(max = 500) @Pattern(regexp = Text.LINES, message = Text.LINES_FORM)
        String skill,

        @NotNull LocalDate workDate,
        @NotNull Session session,
        @NotNull @Min(0) @Max(9_999) Integer total,

        @NotNull
        @Pattern(
                regexp = "(?!0\\.00$)(0|[1-9][0-9]{0,7})\\.[0-9]{2}",
                message = "must be an amount of at least \"0.01\" with two decimals, such as \"120.00\"")
        String fee,

        @NotNull ScheduleStatus status) {
    ScheduleOffer offer() {
        return new ScheduleOffer(departmentCode, title, doctor, skill, workDate, session, total, fee, status);
    }
}
