package dev.slipway.cmn.dictionary.jdbc;

import dev.slipway.cmn.dictionary.Entries;
import dev.slipway.cmn.dictionary.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code dictionary_entry}. */
@Repository
class JdbcEntries implements Entries {
    private static final int IDS_A_STATEMENT = 1000;

    private static final String SELECT = """
            SELECT e.id, e.parent_id, e.root_id, r.code, e.value, e.name, e.depth,
                   EXISTS (SELECT 1 FROM dictionary_entry c WHERE c.parent_id = e.id) AS has_children
            FROM dictionary_entry e JOIN dictionary_entry r ON r.id = COALESCE(e.root_id, e.id)
            """;

    private final JdbcClient jdbc;

    JdbcEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> roots() {
        return jdbc.sql(SELECT + "WHERE e.depth = 0 ORDER BY e.id")
                .query(JdbcEntries::entry)
                .list();
    }

    @Override
    public Optional<Entry> find(long id) {
        return jdbc.sql(SELECT + "WHERE e.id = ?")
                .param(id)
                .query(JdbcEntries::entry)
                .optional();
    }

    @Override
    public Optional<Entry> root(String code) {
        return jdbc.sql(SELECT + "WHERE e.code = ?")
                .param(code)
                .query(JdbcEntries::entry)
                .optional();
    }

    @Override
    public Optional<Entry> find(String code, String value) {
        return jdbc.sql(SELECT + "WHERE r.code = ? AND e.root_id = r.id AND e.value = ?")
                .params(code, value)
                .query(JdbcEntries::entry)
                .optional();
    }

    @Override
    public List<Entry> children(long id) {
        return jdbc.sql(SELECT + "WHERE e.parent_id = ? ORDER BY CHAR_LENGTH(e.value), e.value")
                .param(id)
                .query(JdbcEntries::entry)
                .list();
    }

    @Override
    public List<Place> subtree(long id) {
        return jdbc.sql("""
                        WITH RECURSIVE below (id, depth) AS (
                            SELECT id, depth FROM dictionary_entry WHERE id = ?
                            UNION ALL
                            SELECT e.id, e.depth FROM dictionary_entry e JOIN below b ON e.parent_id = b.id)
                        SELECT id, depth FROM below""")
                .param(id)
                .query((row, number) -> new Place(row.getLong("id"), row.getInt("depth")))
                .list();
    }

    @Override
    public long addRoot(String code, String name) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO dictionary_entry (depth, code, name) VALUES (0, ?, ?)")
                .params(code, name)
                .update(id);
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    @Override
    public long add(Entry parent, String value, String name) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO dictionary_entry (root_id, parent_id, depth, value, name) VALUES (?, ?, ?, ?, ?)")
                .params(parent.dictionaryId(), parent.id(), parent.depth() + 1, value, name)
                .update(id);
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    @Override
    public void changeRoot(long id, String code, String name) {
        jdbc.sql("UPDATE dictionary_entry SET code = ?, name = ? WHERE id = ?")
                .params(code, name, id)
                .update();
    }

    @Override
    public void change(long id, String value, String name) {
        jdbc.sql("UPDATE dictionary_entry SET value = ?, name = ? WHERE id = ?")
                .params(value, name, id)
                .update();
    }

    @Override
    public void move(long id, long parentId, List<Place> subtree, int deeper) {
        jdbc.sql("UPDATE dictionary_entry SET parent_id = ? WHERE id = ?")
                .params(parentId, id)
                .update();
        List<Long> ids = subtree.stream().map(Place::id).toList();
        for (int from = 0; deeper != 0 && from < ids.size(); from += IDS_A_STATEMENT) {
            jdbc.sql("UPDATE dictionary_entry SET depth = depth + :deeper WHERE id IN (:ids)")
                    .param("deeper", deeper)
                    .param("ids", ids.subList(from, Math.min(from + IDS_A_STATEMENT, ids.size())))
                    .update();
        }
    }

    @Override
    public void remove(long id) {
        jdbc.sql("DELETE FROM dictionary_entry WHERE id = ?").param(id).update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("parent_id", Long.class),
                row.getObject("root_id", Long.class),
                row.getString("code"),
                row.getString("value"),
                row.getString("name"),
                row.getInt("depth"),
                row.getBoolean("has_children"));
    }
}
