package dev.slipway.hosp.setting.web;

import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.SettingDetails;
import dev.slipway.hosp.upload.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A setting as an operator writes it down.
 *
 * @param hospitalCode needed for a new one; for a change it may be left out, and can't be another one
 */
record SettingRequest(
        @Nullable @Pattern(regexp = HospitalSetting.CODE, message = "must be 3 to 20 letters and digits")
        String hospitalCode,

        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String name,

        @NotNull
        @Size(max = 255)
        @Pattern(
                regexp = "https?://[A-Za-z0-9._~:/%\\[\\]-]+",
                message = "must be an address without a query, http:// or https://")
        String apiUrl,

        @Nullable @Size(max = 50) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String contactName,

        @Nullable @Pattern(regexp = "[0-9+ -]{5,20}", message = "must be 5 to 20 digits, blanks, plus and hyphens")
        String contactPhone) {
    SettingDetails details() {
        return new SettingDetails(name, apiUrl.replaceAll("/+$", ""), contactName, contactPhone);
    }
}
