package dev.slipway.user.account.jdbc;

import dev.slipway.user.account.AccountFilter;
import dev.slipway.web.time.Utc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A filter as an SQL condition and its parameters. */
record AccountSearch(String where, Map<String, Object> parameters) {
    static AccountSearch of(AccountFilter filter) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.keyword() != null) {
            conditions.add("(name LIKE :keyword ESCAPE '!' OR phone LIKE :keyword ESCAPE '!')");
            parameters.put("keyword", "%" + filter.keyword().replaceAll("[!%_]", "!$0") + "%");
        }
        if (filter.status() != null) {
            conditions.add("status = :status");
            parameters.put("status", filter.status().name());
        }
        if (filter.verification() != null) {
            conditions.add("verification = :verification");
            parameters.put("verification", filter.verification().name());
        }
        if (filter.from() != null) {
            conditions.add("created_at >= :from");
            parameters.put("from", Utc.of(filter.from()));
        }
        if (filter.before() != null) {
            conditions.add("created_at < :before");
            parameters.put("before", Utc.of(filter.before()));
        }
        return new AccountSearch(
                conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions), Map.copyOf(parameters));
    }
}
