package dev.slipway.hosp.setting.jdbc;

import dev.slipway.hosp.setting.HospitalKey;
import dev.slipway.hosp.setting.HospitalKeys;
import dev.slipway.security.secret.DataCipher;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHospitalKeys implements HospitalKeys {
    private final JdbcClient jdbc;
    private final DataCipher cipher;
    private final Clock clock;

    JdbcHospitalKeys(JdbcClient jdbc, DataCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<HospitalKey> valid(String keyId) {
        return jdbc.sql("""
                SELECT k.* FROM hospital_key k JOIN hospital_setting s ON s.hospital_code = k.hospital_code
                WHERE k.key_id = ? AND (k.retires_at IS NULL OR k.retires_at > ?) AND s.status = 'OPEN'""").params(keyId, now()).query(this::key).optional();
    }

    @Override
    public Optional<HospitalKey> find(String keyId) {
        return jdbc.sql("SELECT * FROM hospital_key WHERE key_id = ?")
                .param(keyId)
                .query(this::key)
                .optional();
    }

    @Override
    public Optional<HospitalKey> outgoing(String hospitalCode) {
        return jdbc.sql("""
                SELECT * FROM hospital_key
                WHERE hospital_code = ? AND (retires_at IS NULL OR retires_at > ?)
                ORDER BY used_at IS NULL, number DESC LIMIT 1""").params(hospitalCode, now()).query(this::key).optional();
    }

    @Override
    public List<HospitalKey> current(String hospitalCode) {
        return jdbc.sql("""
                SELECT * FROM hospital_key
                WHERE hospital_code = ? AND (retires_at IS NULL OR retires_at > ?) ORDER BY number DESC""").params(hospitalCode, now()).query(this::key).list();
    }

    @Override
    public int count(String hospitalCode) {
        return jdbc.sql("SELECT COUNT(*) FROM hospital_key WHERE hospital_code = ?")
                .param(hospitalCode)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(HospitalKey key) {
        jdbc.sql("""
                INSERT INTO hospital_key (key_id, hospital_code, number, value, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        key.keyId(),
                        key.hospitalCode(),
                        key.number(),
                        cipher.encrypt(context(key.keyId()), key.value()),
                        now(),
                        now())
                .update();
    }

    @Override
    public void retireNewest(String hospitalCode, Instant at) {
        jdbc.sql(
                        "UPDATE hospital_key SET retires_at = ?, updated_at = ? WHERE hospital_code = ? AND retires_at IS NULL")
                .params(Utc.of(at), now(), hospitalCode)
                .update();
    }

    @Override
    public void used(String keyId) {
        jdbc.sql("UPDATE hospital_key SET used_at = ?, updated_at = ? WHERE key_id = ? AND used_at IS NULL")
                .params(now(), now(), keyId)
                .update();
    }

    private HospitalKey key(ResultSet row, int number) throws SQLException {
        String keyId = row.getString("key_id");
        return new HospitalKey(
                keyId,
                row.getString("hospital_code"),
                row.getInt("number"),
                cipher.decrypt(context(keyId), row.getString("value")),
                Utc.readNullable(row, "retires_at"));
    }

    /** Binds the ciphertext to its row. */
    private static String context(String keyId) {
        return "hospital.key." + keyId;
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }
}
