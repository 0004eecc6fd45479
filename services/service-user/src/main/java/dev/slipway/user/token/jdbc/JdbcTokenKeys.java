package dev.slipway.user.token.jdbc;

import com.nimbusds.jose.jwk.ECKey;
import dev.slipway.security.secret.DataCipher;
import dev.slipway.user.token.TokenKey;
import dev.slipway.user.token.TokenKeys;
import dev.slipway.web.time.Utc;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTokenKeys implements TokenKeys {
    private static final String PRIVATE_PART = "token-key.private";

    private final JdbcClient jdbc;
    private final DataCipher cipher;
    private final Clock clock;

    JdbcTokenKeys(JdbcClient jdbc, DataCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public void takeTurn() {
        jdbc.sql("SELECT name FROM turn WHERE name = 'token-key' FOR UPDATE")
                .query(String.class)
                .single();
    }

    @Override
    public Optional<TokenKey> newest() {
        return jdbc.sql("SELECT private_part, created_at FROM token_key ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> new TokenKey(
                        parse(cipher.decrypt(PRIVATE_PART, row.getString("private_part"))),
                        Utc.read(row, "created_at")))
                .optional();
    }

    @Override
    public void add(TokenKey key) {
        LocalDateTime created = Utc.of(key.createdAt());
        jdbc.sql("""
                        INSERT INTO token_key (id, public_part, private_part, created_at, updated_at)
                        VALUES (:id, :public, :private, :created, :created)""")
                .param("id", key.id())
                .param("public", key.pair().toPublicJWK().toJSONString())
                .param("private", cipher.encrypt(PRIVATE_PART, key.pair().toJSONString()))
                .param("created", created)
                .update();
    }

    @Override
    public void expireAllBut(TokenKey newest, Instant end) {
        jdbc.sql("""
                        UPDATE token_key SET expires_at = :end, updated_at = :now
                        WHERE id <> :newest AND (expires_at IS NULL OR expires_at > :end)""")
                .param("end", Utc.of(end))
                .param("now", Utc.of(clock.instant()))
                .param("newest", newest.id())
                .update();
    }

    @Override
    public List<ECKey> published(Instant now) {
        return jdbc.sql("""
                        SELECT public_part FROM token_key
                        WHERE expires_at IS NULL OR expires_at > :now ORDER BY sequence DESC""")
                .param("now", Utc.of(now))
                .query((row, number) -> parse(row.getString("public_part")))
                .list();
    }

    private static ECKey parse(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException damaged) {
            throw new IllegalStateException("A stored signing key can't be read", damaged);
        }
    }
}
