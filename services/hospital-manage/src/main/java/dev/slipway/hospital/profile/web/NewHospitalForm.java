package dev.slipway.hospital.profile.web;

import dev.slipway.hospital.profile.BookingRule;
import dev.slipway.hospital.profile.ProfileDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;

/** What the platform's operator handed over, as it is typed; the text form does not show the key. */
record NewHospitalForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9]{1,20}", message = "1 到 20 个字母或数字")
        String code,

        @NotBlank(message = "请填写") @Size(max = 100, message = "最多 100 个字")
        String name,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "1 到 64 个字母、数字、下划线或连字符")
        String keyId,

        @NotNull @Size(min = 16, max = 200, message = "16 到 200 个字符")
        String key) {
    static final NewHospitalForm EMPTY = new NewHospitalForm("", "", "", "");

    private static final String LATER = "待完善";

    /** To be completed on the next page, before anything is uploaded. */
    ProfileDetails details() {
        var rule = new BookingRule(7, LocalTime.of(8, 0), LocalTime.of(11, 30), -1, LocalTime.of(15, 0), List.of());
        return new ProfileDetails(name.strip(), "1", "110000", "110100", "110101", LATER, LATER, LATER, LATER, rule);
    }

    @Override
    public String toString() {
        return "NewHospitalForm[" + code + "]";
    }
}
