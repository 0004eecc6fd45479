package dev.slipway.hospital.connection.jdbc;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.connection.KeyIdTaken;
import dev.slipway.security.secret.DataCipher;
import dev.slipway.web.time.Utc;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcConnections implements Connections {
    static final String KEY = "signing-key";

    private static final Duration GRACE = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final DataCipher cipher;
    private final Clock clock;

    JdbcConnections(JdbcClient jdbc, DataCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<Connection> find(String hospitalCode) {
        return jdbc.sql("""
                        SELECT c.hospital_code, c.platform_url, k.key_id, k.signing_key
                        FROM platform_connection c JOIN signing_key k ON k.hospital_code = c.hospital_code
                        WHERE c.hospital_code = :code AND k.valid_until IS NULL""").param("code", hospitalCode).query(this::connection).optional();
    }

    private Connection connection(ResultSet row, int number) throws SQLException {
        String url = row.getString("platform_url");
        return new Connection(
                row.getString("hospital_code"),
                url == null ? null : URI.create(url),
                row.getString("key_id"),
                cipher.decrypt(KEY, row.getString("signing_key")));
    }

    @Override
    @Transactional
    public void add(Connection connection) {
        jdbc.sql("""
                        INSERT INTO platform_connection (hospital_code, platform_url, created_at, updated_at)
                        VALUES (:code, :url, :now, :now)""")
                .param("code", connection.hospitalCode())
                .param("url", text(connection.platformUrl()))
                .param("now", Utc.of(clock.instant()))
                .update();
        addKey(connection.hospitalCode(), connection.keyId(), connection.key());
    }

    private static @Nullable String text(@Nullable URI url) {
        return url == null ? null : url.toString();
    }

    @Override
    public void moveTo(String hospitalCode, @Nullable URI platformUrl) {
        jdbc.sql("UPDATE platform_connection SET platform_url = :url, updated_at = :now WHERE hospital_code = :code")
                .param("url", text(platformUrl))
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .update();
    }

    /** The connection's row is held, so that two changes at once don't leave two keys that sign. */
    @Override
    @Transactional
    public void replaceKey(String hospitalCode, String keyId, String key) {
        jdbc.sql("SELECT hospital_code FROM platform_connection WHERE hospital_code = :code FOR UPDATE")
                .param("code", hospitalCode)
                .query(String.class)
                .single();
        jdbc.sql("""
                        UPDATE signing_key SET valid_until = :until, updated_at = :now
                        WHERE hospital_code = :code AND valid_until IS NULL""")
                .param("until", Utc.of(clock.instant().plus(GRACE)))
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .update();
        addKey(hospitalCode, keyId, key);
    }

    private void addKey(String hospitalCode, String keyId, String key) {
        try {
            jdbc.sql("""
                            INSERT INTO signing_key (key_id, hospital_code, signing_key, created_at, updated_at)
                            VALUES (:id, :code, :key, :now, :now)""")
                    .param("id", keyId)
                    .param("code", hospitalCode)
                    .param("key", cipher.encrypt(KEY, key))
                    .param("now", Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new KeyIdTaken(keyId);
        }
    }
}
