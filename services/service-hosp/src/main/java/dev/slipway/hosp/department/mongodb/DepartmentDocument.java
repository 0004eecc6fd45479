package dev.slipway.hosp.department.mongodb;

import dev.slipway.hosp.department.Department;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

@TypeAlias("department")
@Document("department")
record DepartmentDocument(
        String hospitalCode,
        String code,
        String name,
        @Nullable String intro,
        @Nullable String parentCode) {
    Department department() {
        return new Department(code, name, intro, parentCode);
    }
}
