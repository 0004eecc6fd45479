package dev.slipway.cmn.workbook.jdbc;

import dev.slipway.cmn.dictionary.Entry;
import dev.slipway.cmn.workbook.SheetEntries;
import dev.slipway.cmn.workbook.SheetRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code dictionary_entry}, many rows a statement. */
@Repository
class JdbcSheetEntries implements SheetEntries {
    private static final int ROWS_A_READ = 1000;

    private final NamedParameterJdbcTemplate jdbc;

    JdbcSheetEntries(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Entry> roots(Collection<String> codes) {
        Map<String, Entry> found = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.query(
                    "SELECT id, code, name FROM dictionary_entry WHERE code IN (:codes)",
                    Map.of("codes", codes),
                    row -> {
                        String code = row.getString("code");
                        found.put(
                                code,
                                new Entry(row.getLong("id"), null, null, code, null, row.getString("name"), 0, false));
                    });
        }
        return found;
    }

    @Override
    public Map<String, Entry> withValues(Entry root, Collection<String> values) {
        Map<String, Entry> found = new HashMap<>();
        if (!values.isEmpty()) {
            jdbc.query("""
                    SELECT id, parent_id, value, name, depth FROM dictionary_entry
                    WHERE root_id = :root AND value IN (:values)""", Map.of("root", root.id(), "values", values), row -> {
                found.put(row.getString("value"), entry(root, row));
            });
        }
        return found;
    }

    private static Entry entry(Entry root, ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getLong("parent_id"),
                root.id(),
                root.code(),
                row.getString("value"),
                row.getString("name"),
                row.getInt("depth"),
                false);
    }

    /** A list of arrays becomes "(?, ?), (?, ?)": one statement for all rows. */
    @Override
    public void add(List<NewEntry> entries) {
        List<Object[]> rows = entries.stream()
                .map(entry -> new Object[] {
                    entry.parent().dictionaryId(),
                    entry.parent().id(),
                    entry.parent().depth() + 1,
                    entry.value(),
                    entry.name()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.update(
                    "INSERT INTO dictionary_entry (root_id, parent_id, depth, value, name) VALUES :rows",
                    new MapSqlParameterSource("rows", rows));
        }
    }

    /** The rows exist and are locked by the edit lock, so this never inserts; all columns are given for the check. */
    @Override
    public void rename(List<NewName> names) {
        List<Object[]> rows = names.stream()
                .map(change -> new Object[] {
                    change.entry().id(),
                    change.entry().rootId(),
                    change.entry().parentId(),
                    change.entry().depth(),
                    change.entry().rootId() == null ? change.entry().code() : null,
                    change.entry().value(),
                    change.name()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.update("""
                    INSERT INTO dictionary_entry (id, root_id, parent_id, depth, code, value, name) VALUES :rows
                    ON DUPLICATE KEY UPDATE name = VALUES(name)""", new MapSqlParameterSource("rows", rows));
        }
    }

    @Override
    public int export(Consumer<SheetRow> rows) {
        Position last = new Position(-1, 0, 1);
        for (Position next = read(last, rows); next.count() > last.count(); next = read(last, rows)) {
            last = next;
        }
        return last.count() - 1;
    }

    private Position read(Position from, Consumer<SheetRow> rows) {
        Position[] last = {from};
        jdbc.query("""
                        SELECT e.id, e.depth, COALESCE(e.code, r.code) AS dictionary,
                               COALESCE(p.value, '') AS parent, COALESCE(e.value, '') AS value, e.name
                        FROM dictionary_entry e
                        LEFT JOIN dictionary_entry r ON r.id = e.root_id
                        LEFT JOIN dictionary_entry p ON p.id = e.parent_id
                        WHERE e.depth > :depth OR (e.depth = :depth AND e.id > :id)
                        ORDER BY e.depth, e.id LIMIT :rows""", Map.of("depth", from.depth(), "id", from.id(), "rows", ROWS_A_READ), row -> {
            last[0] = new Position(row.getInt("depth"), row.getLong("id"), last[0].count() + 1);
            rows.accept(new SheetRow(
                    last[0].count(),
                    row.getString("dictionary"),
                    row.getString("parent"),
                    row.getString("value"),
                    row.getString("name")));
        });
        return last[0];
    }

    /** The entry read last, and its row in the sheet. */
    private record Position(int depth, long id, int count) {}
}
