package dev.slipway.hospital.profile.web;

import dev.slipway.hospital.profile.BookingRule;
import dev.slipway.hospital.profile.ProfileDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A hospital as it is typed. All fields are texts, so that a wrong one is shown again as it was typed. */
record ProfileForm(
        @NotBlank(message = NEEDED) @Size(max = 100, message = "最多 100 个字")
        String name,

        @NotNull @Pattern(regexp = "[0-9A-Za-z-]{1,20}", message = "请选择等级")
        String grade,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String provinceCode,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String cityCode,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String districtCode,

        @NotBlank(message = NEEDED) @Size(max = 200, message = "最多 200 个字")
        String address,

        @NotBlank(message = NEEDED) @Size(max = 2000, message = "最多 2000 个字")
        String intro,

        @NotBlank(message = NEEDED) @Size(max = 1000, message = "最多 1000 个字")
        String route,

        @NotBlank(message = NEEDED) @Size(max = 100, message = "最多 100 个字")
        String fetchAddress,

        @NotNull @Pattern(regexp = "[1-9]|[1-8][0-9]|90", message = "1 到 90 天")
        String cycleDays,

        @NotNull @Pattern(regexp = TIME, message = TIME_FORM)
        String releaseTime,

        @NotNull @Pattern(regexp = TIME, message = TIME_FORM)
        String stopTime,

        @NotNull @Pattern(regexp = "[0-9]|[12][0-9]|30", message = "0 到 30 天")
        String quitDaysBefore,

        @NotNull @Pattern(regexp = TIME, message = TIME_FORM)
        String quitTime,

        @NotNull @Size(max = 2000, message = "最多 2000 个字") String notices) {
    private static final String NEEDED = "请填写";
    private static final String REGION = "[1-9][0-9]{5}";
    private static final String REGION_FORM = "六位行政区划代码";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String TIME_FORM = "时间格式为 08:00";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    static ProfileForm of(ProfileDetails details) {
        BookingRule rule = details.rule();
        return new ProfileForm(
                details.name(),
                details.grade(),
                details.provinceCode(),
                details.cityCode(),
                details.districtCode(),
                details.address(),
                details.intro(),
                details.route(),
                details.fetchAddress(),
                Integer.toString(rule.cycleDays()),
                MINUTES.format(rule.releaseTime()),
                MINUTES.format(rule.stopTime()),
                Integer.toString(-rule.quitDayOffset()),
                MINUTES.format(rule.quitTime()),
                String.join("\n", rule.notices()));
    }

    ProfileDetails details() {
        return new ProfileDetails(
                name.strip(), grade, provinceCode, cityCode, districtCode, address, intro, route, fetchAddress, rule());
    }

    private BookingRule rule() {
        List<String> lines = notices.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new BookingRule(
                Integer.parseInt(cycleDays),
                LocalTime.parse(releaseTime),
                LocalTime.parse(stopTime),
                -Integer.parseInt(quitDaysBefore),
                LocalTime.parse(quitTime),
                lines);
    }
}
