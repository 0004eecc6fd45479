package dev.slipway.hospital.department.jdbc;

import dev.slipway.hospital.department.Department;
import dev.slipway.hospital.department.DepartmentTree;
import dev.slipway.hospital.department.Departments;
import dev.slipway.hospital.platform.jdbc.UploadColumns;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDepartments implements Departments {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDepartments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Department> find(String hospitalCode, String code) {
        return jdbc.sql("SELECT * FROM department WHERE hospital_code = :hospital AND code = :code")
                .param("hospital", hospitalCode)
                .param("code", code)
                .query(JdbcDepartments::department)
                .optional();
    }

    @Override
    public List<Department> of(String hospitalCode) {
        return DepartmentTree.ordered(jdbc.sql("SELECT * FROM department WHERE hospital_code = :hospital ORDER BY code")
                .param("hospital", hospitalCode)
                .query(JdbcDepartments::department)
                .list());
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        return new Department(
                row.getString("code"),
                row.getString("name"),
                row.getString("intro"),
                row.getString("parent_code"),
                UploadColumns.read(row));
    }

    @Override
    public boolean add(String hospitalCode, String code, String name, String intro, @Nullable String parentCode) {
        try {
            return jdbc.sql("""
                                    INSERT INTO department (hospital_code, code, name, intro, parent_code, revision,
                                      uploaded_revision, created_at, updated_at)
                                    VALUES (:hospital, :code, :name, :intro, :parent, 1, 0, :now, :now)""")
                            .param("hospital", hospitalCode)
                            .param("code", code)
                            .param("name", name)
                            .param("intro", intro)
                            .param("parent", parentCode)
                            .param("now", Utc.of(clock.instant()))
                            .update()
                    == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public void replace(String hospitalCode, String code, String name, String intro, @Nullable String parentCode) {
        jdbc.sql("""
                        UPDATE department SET name = :name, intro = :intro, parent_code = :parent,
                          revision = revision + 1, updated_at = :now
                        WHERE hospital_code = :hospital AND code = :code""")
                .param("name", name)
                .param("intro", intro)
                .param("parent", parentCode)
                .param("now", Utc.of(clock.instant()))
                .param("hospital", hospitalCode)
                .param("code", code)
                .update();
    }

    @Override
    public boolean used(String hospitalCode, String code) {
        return jdbc.sql("""
                                SELECT (SELECT COUNT(*) FROM schedule
                                    WHERE hospital_code = :hospital AND department_code = :code)
                                  + (SELECT COUNT(*) FROM department
                                    WHERE hospital_code = :hospital AND parent_code = :code)""")
                        .param("hospital", hospitalCode)
                        .param("code", code)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void remove(String hospitalCode, String code) {
        jdbc.sql("DELETE FROM department WHERE hospital_code = :hospital AND code = :code")
                .param("hospital", hospitalCode)
                .param("code", code)
                .update();
    }

    @Override
    public void uploaded(String hospitalCode, String code, int revision, String result, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE department SET uploaded_revision = GREATEST(uploaded_revision, :revision),
                          upload_result = :result, upload_reason = :reason, updated_at = :now
                        WHERE hospital_code = :hospital AND code = :code""")
                .param("revision", revision)
                .param("result", result)
                .param("reason", reason)
                .param("now", Utc.of(clock.instant()))
                .param("hospital", hospitalCode)
                .param("code", code)
                .update();
    }
}
