package dev.slipway.user.account.jdbc;

import dev.slipway.security.secret.DataCipher;
import dev.slipway.user.account.Account;
import dev.slipway.user.account.AccountFilter;
import dev.slipway.user.account.AccountStatus;
import dev.slipway.user.account.Accounts;
import dev.slipway.user.account.Identity;
import dev.slipway.user.account.Verification;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.user.phone.Phone;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
    private static final String SELECT = "SELECT " + AccountRows.COLUMNS + " FROM account ";

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final DataCipher cipher;
    private final Supplier<UUID> ids;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, AccountRows rows, DataCipher cipher, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Account registered(Phone phone) {
        return byPhone(phone).orElseGet(() -> {
            add(phone);
            return byPhone(phone).orElseThrow();
        });
    }

    private Optional<Account> byPhone(Phone phone) {
        return jdbc.sql(SELECT + "WHERE phone = :phone")
                .param("phone", phone.number())
                .query(rows)
                .optional();
    }

    private void add(Phone phone) {
        try {
            jdbc.sql("""
                            INSERT INTO account (id, phone, status, verification, created_at, updated_at)
                            VALUES (:id, :phone, :status, :verification, :now, :now)""")
                    .param("id", ids.get().toString())
                    .param("phone", phone.number())
                    .param("status", AccountStatus.ACTIVE.name())
                    .param("verification", VerificationStatus.NONE.name())
                    .param("now", Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException madeMeanwhile) {
            // Another caller won; its account is as good.
        }
    }

    @Override
    public Optional<Account> find(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(rows).optional();
    }

    @Override
    public Optional<Account> boundTo(String openId) {
        return jdbc.sql(SELECT + "WHERE open_id = :openId")
                .param("openId", openId)
                .query(rows)
                .optional();
    }

    @Override
    public Optional<Account> held(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(rows)
                .optional();
    }

    @Override
    public Page<Account> search(AccountFilter filter, PageRequest page) {
        AccountSearch search = AccountSearch.of(filter);
        long total = jdbc.sql("SELECT COUNT(*) FROM account " + search.where())
                .params(search.parameters())
                .query(Long.class)
                .single();
        return Page.of(
                jdbc.sql(SELECT + search.where() + " ORDER BY created_at DESC, id DESC LIMIT :size OFFSET :offset")
                        .params(search.parameters())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(rows)
                        .list(),
                page,
                total);
    }

    @Override
    public void changeStatus(String id, AccountStatus status) {
        jdbc.sql("UPDATE account SET status = :status, updated_at = :now WHERE id = :id")
                .param("status", status.name())
                .param("now", Utc.of(clock.instant()))
                .param("id", id)
                .update();
    }

    @Override
    public void changeVerification(String id, Verification verification) {
        Identity identity = verification.identity();
        jdbc.sql("""
                        UPDATE account SET verification = :status, name = :name, certificate_type = :type,
                          certificate_number = :number, certificate_file_id = :file, submitted_at = :submitted,
                          decided_at = :decided, decided_by = :operator, decision_reason = :reason, updated_at = :now
                        WHERE id = :id""")
                .param("status", verification.status().name())
                .param("name", identity == null ? null : identity.name())
                .param(
                        "type",
                        identity == null ? null : identity.certificate().type().value())
                .param("number", encrypted(identity))
                .param("file", identity == null ? null : identity.fileId())
                .param("submitted", Utc.ofNullable(verification.submittedAt()))
                .param("decided", Utc.ofNullable(verification.decidedAt()))
                .param("operator", verification.decidedBy())
                .param("reason", verification.reason())
                .param("now", Utc.of(clock.instant()))
                .param("id", id)
                .update();
    }

    private @Nullable String encrypted(@Nullable Identity identity) {
        return identity == null
                ? null
                : cipher.encrypt(AccountRows.CERTIFICATE, identity.certificate().number());
    }

    @Override
    public boolean bind(String id, String openId) {
        try {
            jdbc.sql("UPDATE account SET open_id = :openId, updated_at = :now WHERE id = :id")
                    .param("openId", openId)
                    .param("now", Utc.of(clock.instant()))
                    .param("id", id)
                    .update();
            return true;
        } catch (DuplicateKeyException boundToAnother) {
            return false;
        }
    }
}
