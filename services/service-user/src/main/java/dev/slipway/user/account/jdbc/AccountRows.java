package dev.slipway.user.account.jdbc;

import dev.slipway.security.secret.DataCipher;
import dev.slipway.user.account.Account;
import dev.slipway.user.account.AccountStatus;
import dev.slipway.user.account.Identity;
import dev.slipway.user.account.Verification;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.certificate.CertificateType;
import dev.slipway.user.phone.Phone;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Accounts out of rows. */
@Component
class AccountRows implements RowMapper<Account> {
    static final String CERTIFICATE = "account.certificate";
    static final String COLUMNS = """
            id, phone, open_id, status, verification, name, certificate_type, certificate_number, certificate_file_id,
            submitted_at, decided_at, decided_by, decision_reason, created_at""";

    private final DataCipher cipher;

    AccountRows(DataCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Account mapRow(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("id"),
                new Phone(row.getString("phone")),
                row.getString("open_id"),
                AccountStatus.valueOf(row.getString("status")),
                verification(row),
                Utc.read(row, "created_at"));
    }

    private Verification verification(ResultSet row) throws SQLException {
        return new Verification(
                VerificationStatus.valueOf(row.getString("verification")),
                identity(row),
                Utc.readNullable(row, "submitted_at"),
                Utc.readNullable(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("decision_reason"));
    }

    private @Nullable Identity identity(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            return null;
        }
        Certificate certificate = new Certificate(
                CertificateType.of(row.getString("certificate_type")),
                cipher.decrypt(CERTIFICATE, row.getString("certificate_number")));
        return new Identity(name, certificate, row.getString("certificate_file_id"));
    }
}
