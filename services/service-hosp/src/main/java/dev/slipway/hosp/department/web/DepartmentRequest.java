package dev.slipway.hosp.department.web;

import dev.slipway.hosp.department.Department;
import dev.slipway.hosp.upload.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A department as its hospital sends it. */
record DepartmentRequest(
        @NotNull @Pattern(regexp = CODE, message = CODE_FORM)
        String code,

        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE, message = Text.LINE_FORM)
        String name,

        @Nullable @Size(max = 5_000) @Pattern(regexp = Text.LINES, message = Text.LINES_FORM)
        String intro,

        @Nullable @Pattern(regexp = CODE, message = CODE_FORM)
        String parentCode) {
    private static final String CODE = "[A-Za-z0-9_-]{1,32}";
    private static final String CODE_FORM = "must be 1 to 32 letters, digits, hyphens and underscores";

    Department department() {
        return new Department(code, name, intro, parentCode);
    }
}
