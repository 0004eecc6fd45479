package dev.slipway.hospital.schedule.web;

import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.ScheduleDetails;
import dev.slipway.hospital.schedule.ScheduleStatus;
import dev.slipway.hospital.schedule.Session;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A session as it is typed. */
record ScheduleForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}", message = "1 到 40 个字母、数字、下划线或连字符")
        String id,

        @NotBlank(message = "请选择科室") String departmentCode,

        @NotBlank(message = NEEDED) @Size(max = 50, message = "最多 50 个字")
        String title,

        @NotBlank(message = NEEDED) @Size(max = 50, message = "最多 50 个字")
        String doctor,

        @NotNull @Size(max = 300, message = "最多 300 个字") String skill,

        @NotNull
        @Pattern(
                regexp =
                        "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|20[0-9]{2}-(0[13-9]|1[0-2])-(29|30)|20[0-9]{2}-(0[13578]|1[02])-31|20([02468][048]|[13579][26])-02-29",
                message = "日期格式为 2030-01-31")
        String workDate,

        @NotNull @Pattern(regexp = "am|pm", message = "请选择时段")
        String session,

        @NotNull @Pattern(regexp = "(?!0+(\\.0+)?$)[0-9]{1,6}(\\.[0-9]{1,2})?", message = "金额，至少 0.01，最多两位小数")
        String fee,

        @NotNull @Pattern(regexp = "[0-9]|[1-9][0-9]|[1-4][0-9]{2}|500", message = "0 到 500")
        String total,

        @NotNull @Pattern(regexp = "open|closed", message = "请选择状态")
        String status) {
    private static final String NEEDED = "请填写";

    static ScheduleForm empty(LocalDate date) {
        return new ScheduleForm("", "", "", "", "", date.toString(), "am", "50.00", "30", "open");
    }

    static ScheduleForm of(Schedule schedule) {
        ScheduleDetails details = schedule.details();
        return new ScheduleForm(
                schedule.id(),
                details.departmentCode(),
                details.title(),
                details.doctor(),
                details.skill(),
                details.workDate().toString(),
                details.session().word(),
                details.fee().toPlainString(),
                Integer.toString(details.total()),
                schedule.status().word());
    }

    ScheduleStatus statusValue() {
        return ScheduleStatus.of(status);
    }

    ScheduleDetails details() {
        return new ScheduleDetails(
                departmentCode,
                title.strip(),
                doctor.strip(),
                skill,
                LocalDate.parse(workDate),
                Session.of(session),
                new BigDecimal(fee).setScale(2),
                Integer.parseInt(total));
    }
}
