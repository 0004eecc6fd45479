package dev.slipway.hospital.profile.jdbc;

import dev.slipway.hospital.platform.jdbc.UploadColumns;
import dev.slipway.hospital.profile.BookingRule;
import dev.slipway.hospital.profile.HospitalProfile;
import dev.slipway.hospital.profile.HospitalProfiles;
import dev.slipway.hospital.profile.ProfileDetails;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHospitalProfiles implements HospitalProfiles {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHospitalProfiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<HospitalProfile> find(String code) {
        return jdbc.sql("SELECT * FROM hospital WHERE code = :code")
                .param("code", code)
                .query(JdbcHospitalProfiles::profile)
                .optional();
    }

    @Override
    public List<HospitalProfile> all() {
        return jdbc.sql("SELECT * FROM hospital ORDER BY code")
                .query(JdbcHospitalProfiles::profile)
                .list();
    }

    private static HospitalProfile profile(ResultSet row, int number) throws SQLException {
        return new HospitalProfile(
                row.getString("code"),
                new ProfileDetails(
                        row.getString("name"),
                        row.getString("grade"),
                        row.getString("province_code"),
                        row.getString("city_code"),
                        row.getString("district_code"),
                        row.getString("address"),
                        row.getString("intro"),
                        row.getString("route"),
                        row.getString("fetch_address"),
                        rule(row)),
                UploadColumns.read(row));
    }

    private static BookingRule rule(ResultSet row) throws SQLException {
        return new BookingRule(
                row.getInt("cycle_days"),
                row.getObject("release_time", LocalTime.class),
                row.getObject("stop_time", LocalTime.class),
                row.getInt("quit_day_offset"),
                row.getObject("quit_time", LocalTime.class),
                row.getString("notices").lines().toList());
    }

    @Override
    public boolean add(String code, ProfileDetails details) {
        try {
            return jdbc.sql("""
                                    INSERT INTO hospital (code, name, grade, province_code, city_code, district_code,
                                      address, intro, route, fetch_address, cycle_days, release_time, stop_time,
                                      quit_day_offset, quit_time, notices, revision, uploaded_revision, created_at,
                                      updated_at)
                                    VALUES (:code, :name, :grade, :province, :city, :district, :address, :intro,
                                      :route, :fetch, :cycle, :release, :stop, :offset, :quit, :notices, 1, 0, :now,
                                      :now)""").params(columns(code, details)).update() == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public void replace(String code, ProfileDetails details) {
        jdbc.sql("""
                        UPDATE hospital SET name = :name, grade = :grade, province_code = :province, city_code = :city,
                          district_code = :district, address = :address, intro = :intro, route = :route,
                          fetch_address = :fetch, cycle_days = :cycle, release_time = :release, stop_time = :stop,
                          quit_day_offset = :offset, quit_time = :quit, notices = :notices, revision = revision + 1,
                          updated_at = :now
                        WHERE code = :code""").params(columns(code, details)).update();
    }

    private Map<String, Object> columns(String code, ProfileDetails details) {
        BookingRule rule = details.rule();
        Map<String, Object> columns = new HashMap<>();
        columns.put("code", code);
        columns.put("name", details.name());
        columns.put("grade", details.grade());
        columns.put("province", details.provinceCode());
        columns.put("city", details.cityCode());
        columns.put("district", details.districtCode());
        columns.put("address", details.address());
        columns.put("intro", details.intro());
        columns.put("route", details.route());
        columns.put("fetch", details.fetchAddress());
        columns.put("cycle", rule.cycleDays());
        columns.put("release", rule.releaseTime());
        columns.put("stop", rule.stopTime());
        columns.put("offset", rule.quitDayOffset());
        columns.put("quit", rule.quitTime());
        columns.put("notices", String.join("\n", rule.notices()));
        columns.put("now", Utc.of(clock.instant()));
        return columns;
    }

    @Override
    public void uploaded(String code, int revision, String result, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE hospital SET uploaded_revision = GREATEST(uploaded_revision, :revision),
                          upload_result = :result, upload_reason = :reason, updated_at = :now
                        WHERE code = :code""")
                .param("revision", revision)
                .param("result", result)
                .param("reason", reason)
                .param("now", Utc.of(clock.instant()))
                .param("code", code)
                .update();
    }
}
