package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.hospital.BookingRule;
import dev.slipway.hosp.hospital.HospitalProfile;
import dev.slipway.hosp.hospital.Region;
import dev.slipway.hosp.upload.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hospital says about itself, as it sends it. */
record HospitalRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String name,

        @NotBlank @Size(max = 64) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String grade,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String provinceCode,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String cityCode,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String districtCode,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String address,

        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "(https?://|/)[^\\s\\p{Cc}\\p{Cs}]+", message = "must be an address of the web")
        String logo,

        @NotNull @Size(max = 20_000) @Pattern(regexp = Text.LINES, message = Text.LINES_FORM)
        String intro,

        @NotNull @Size(max = 5_000) @Pattern(regexp = Text.LINES, message = Text.LINES_FORM)
        String route,

        @NotNull @Valid Rule bookingRule) {
    private static final String REGION = "[1-9][0-9]{5}";
    private static final String REGION_FORM = "must be six digits of GB/T 2260";

    /** Times are {@code HH:mm} of the display zone. */
    record Rule(
            @Min(1) @Max(BookingRule.MOST_DAYS) int cycleDays,

            @NotNull @Pattern(regexp = TIME, message = TIME_FORM)
            String releaseTime,

            @NotNull @Pattern(regexp = TIME, message = TIME_FORM)
            String stopTime,

            @Min(BookingRule.EARLIEST_QUIT) @Max(0) int quitDayOffset,

            @NotNull @Pattern(regexp = TIME, message = TIME_FORM)
            String quitTime,

            @NotNull @Size(max = 20)
            List<@NotNull @Size(max = 500) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM) String> notices) {
        private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
        private static final String TIME_FORM = "must be a time of day, HH:mm";

        BookingRule rule() {
            return new BookingRule(
                    cycleDays,
                    LocalTime.parse(releaseTime),
                    LocalTime.parse(stopTime),
                    quitDayOffset,
                    LocalTime.parse(quitTime),
                    notices);
        }
    }

    HospitalProfile profile() {
        return new HospitalProfile(
                name,
                grade,
                new Region(provinceCode, cityCode, districtCode),
                address,
                logo,
                intro,
                route,
                bookingRule.rule());
    }
}
