package dev.slipway.user.signin.jdbc;

import dev.slipway.user.account.Account;
import dev.slipway.user.signin.SignInRecord;
import dev.slipway.user.signin.SignInRecords;
import dev.slipway.web.time.Utc;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignInRecords implements SignInRecords {
    private final JdbcClient jdbc;

    JdbcSignInRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(SignInRecord attempt) {
        jdbc.sql("""
                        INSERT INTO sign_in_record (account_id, phone, kind, outcome, address, created_at, updated_at)
                        VALUES (:account, :phone, :kind, :outcome, :address, :at, :at)""")
                .param("account", attempt.accountId())
                .param("phone", attempt.phone())
                .param("kind", attempt.kind().name())
                .param("outcome", attempt.outcome().name())
                .param("address", attempt.address())
                .param("at", Utc.of(attempt.at()))
                .update();
    }

    @Override
    public List<SignInRecord> of(Account account, int limit) {
        return jdbc.sql("""
                        SELECT created_at, kind, outcome, address, account_id, phone FROM sign_in_record
                        WHERE account_id = :account OR phone = :phone ORDER BY id DESC LIMIT :limit""")
                .param("account", account.id())
                .param("phone", account.phone().number())
                .param("limit", limit)
                .query((row, number) -> new SignInRecord(
                        Utc.read(row, "created_at"),
                        SignInRecord.Kind.valueOf(row.getString("kind")),
                        SignInRecord.Outcome.valueOf(row.getString("outcome")),
                        row.getString("address"),
                        row.getString("account_id"),
                        row.getString("phone")))
                .list();
    }
}
