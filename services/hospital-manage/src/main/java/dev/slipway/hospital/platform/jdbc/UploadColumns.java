package dev.slipway.hospital.platform.jdbc;

import dev.slipway.hospital.platform.UploadState;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns that every uploaded table has. */
public final class UploadColumns {
    private UploadColumns() {}

    public static UploadState read(ResultSet row) throws SQLException {
        return new UploadState(
                row.getInt("revision"),
                row.getInt("uploaded_revision"),
                row.getString("upload_result"),
                row.getString("upload_reason"));
    }
}
