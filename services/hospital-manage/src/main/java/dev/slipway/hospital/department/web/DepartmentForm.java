package dev.slipway.hospital.department.web;

import dev.slipway.hospital.department.Department;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is typed.
 *
 * @param parentCode empty at the top of the tree
 */
record DepartmentForm(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,32}", message = "1 到 32 个字母、数字、下划线或连字符")
        String code,

        @NotBlank(message = "请填写") @Size(max = 50, message = "最多 50 个字")
        String name,

        @NotNull @Size(max = 1000, message = "最多 1000 个字") String intro,
        @NotNull String parentCode) {
    static final DepartmentForm EMPTY = new DepartmentForm("", "", "", "");

    static DepartmentForm of(Department department) {
        return new DepartmentForm(
                department.code(),
                department.name(),
                department.intro(),
                department.parentCode() == null ? "" : department.parentCode());
    }

    @Nullable
    String parent() {
        return parentCode.isEmpty() ? null : parentCode;
    }
}
