package dev.slipway.hospital.connection.jdbc;

import dev.slipway.security.secret.DataCipher;
import dev.slipway.security.signature.SigningKey;
import dev.slipway.security.signature.SigningKeys;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys with which the platform may sign its calls to a hospital. */
@Repository
class JdbcSigningKeys implements SigningKeys {
    private final JdbcClient jdbc;
    private final DataCipher cipher;
    private final Clock clock;

    JdbcSigningKeys(JdbcClient jdbc, DataCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<SigningKey> find(String keyId) {
        return jdbc.sql("""
                        SELECT hospital_code, signing_key FROM signing_key
                        WHERE key_id = :id AND (valid_until IS NULL OR valid_until > :now)""")
                .param("id", keyId)
                .param("now", Utc.of(clock.instant()))
                .query((row, number) -> new SigningKey(
                        row.getString("hospital_code"),
                        cipher.decrypt(JdbcConnections.KEY, row.getString("signing_key"))))
                .optional();
    }
}
