package dev.slipway.hosp.setting.jdbc;

import dev.slipway.hosp.setting.CodeTaken;
import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.HospitalSettings;
import dev.slipway.hosp.setting.SettingDetails;
import dev.slipway.hosp.setting.SettingFilter;
import dev.slipway.hosp.setting.SettingStatus;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHospitalSettings implements HospitalSettings {
    private static final RowMapper<HospitalSetting> ROWS = (row, number) -> new HospitalSetting(
            row.getString("id"),
            row.getString("hospital_code"),
            new SettingDetails(
                    row.getString("name"),
                    row.getString("api_url"),
                    row.getString("contact_name"),
                    row.getString("contact_phone")),
            SettingStatus.valueOf(row.getString("status")),
            Utc.read(row, "created_at"));

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHospitalSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<HospitalSetting> find(String id) {
        return jdbc.sql("SELECT * FROM hospital_setting WHERE id = ?")
                .param(id)
                .query(ROWS)
                .optional();
    }

    @Override
    public Optional<HospitalSetting> ofHospital(String code) {
        return jdbc.sql("SELECT * FROM hospital_setting WHERE hospital_code = ?")
                .param(code)
                .query(ROWS)
                .optional();
    }

    @Override
    public Page<HospitalSetting> search(SettingFilter filter, PageRequest page) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("like", filter.keyword() == null ? null : "%" + escaped(filter.keyword()) + "%");
        values.put("status", filter.status() == null ? null : filter.status().name());
        String where = """
                FROM hospital_setting
                WHERE (:like IS NULL OR name LIKE :like ESCAPE '!' OR hospital_code LIKE :like ESCAPE '!')
                AND (:status IS NULL OR status = :status)""";
        long total = jdbc.sql("SELECT COUNT(*) " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", page.size());
        values.put("offset", page.offset());
        return Page.of(
                jdbc.sql("SELECT * " + where + " ORDER BY created_at DESC, id LIMIT :size OFFSET :offset")
                        .params(values)
                        .query(ROWS)
                        .list(),
                page,
                total);
    }

    private static String escaped(String keyword) {
        return keyword.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    @Override
    public Set<String> locked() {
        return Set.copyOf(jdbc.sql("SELECT hospital_code FROM hospital_setting WHERE status <> 'OPEN'")
                .query(String.class)
                .list());
    }

    @Override
    public Set<String> open(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql(
                        "SELECT hospital_code FROM hospital_setting WHERE status = 'OPEN' AND hospital_code IN (:codes)")
                .param("codes", codes)
                .query(String.class)
                .list());
    }

    @Override
    public Optional<HospitalSetting> hold(String id) {
        return jdbc.sql("SELECT * FROM hospital_setting WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ROWS)
                .optional();
    }

    @Override
    public Optional<HospitalSetting> holdHospital(String code) {
        return jdbc.sql("SELECT * FROM hospital_setting WHERE hospital_code = ? FOR UPDATE")
                .param(code)
                .query(ROWS)
                .optional();
    }

    @Override
    public void add(HospitalSetting setting) {
        Map<String, @Nullable Object> values = columns(setting.details());
        values.put("id", setting.id());
        values.put("code", setting.hospitalCode());
        values.put("status", setting.status().name());
        try {
            jdbc.sql("""
                    INSERT INTO hospital_setting (id, hospital_code, name, api_url, contact_name, contact_phone, status,
                      created_at, updated_at)
                    VALUES (:id, :code, :name, :url, :contact, :phone, :status, :now, :now)""").params(values).update();
        } catch (DuplicateKeyException taken) {
            throw new CodeTaken();
        }
    }

    @Override
    public void change(String id, SettingDetails details) {
        Map<String, @Nullable Object> values = columns(details);
        values.put("id", id);
        jdbc.sql("""
                UPDATE hospital_setting SET name = :name, api_url = :url, contact_name = :contact,
                  contact_phone = :phone, updated_at = :now
                WHERE id = :id""").params(values).update();
    }

    @Override
    public void changeStatus(String id, SettingStatus status) {
        jdbc.sql("UPDATE hospital_setting SET status = ?, updated_at = ? WHERE id = ?")
                .params(status.name(), Utc.of(clock.instant()), id)
                .update();
    }

    @Override
    public void remove(String id) {
        jdbc.sql("DELETE FROM hospital_setting WHERE id = ?").param(id).update();
    }

    private Map<String, @Nullable Object> columns(SettingDetails details) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", details.name());
        values.put("url", details.apiUrl());
        values.put("contact", details.contactName());
        values.put("phone", details.contactPhone());
        values.put("now", Utc.of(clock.instant()));
        return values;
    }
}
