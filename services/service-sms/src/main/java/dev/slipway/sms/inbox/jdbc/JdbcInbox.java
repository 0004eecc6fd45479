package dev.slipway.sms.inbox.jdbc;

import dev.slipway.messaging.consumer.jdbc.Sweep;
import dev.slipway.sms.inbox.Inbox;
import dev.slipway.sms.inbox.InboxMessage;
import dev.slipway.web.time.Utc;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code inbox_message}: the id is its key, so a message is there once however often it is added. */
public final class JdbcInbox implements Inbox {
    private final JdbcClient jdbc;
    private final Sweep sweep;

    public JdbcInbox(JdbcClient jdbc, Sweep sweep) {
        this.jdbc = jdbc;
        this.sweep = sweep;
    }

    @Override
    public void add(String phone, InboxMessage message) {
        try {
            jdbc.sql("""
                            INSERT INTO inbox_message (id, phone, template, text, created_at, updated_at)
                            VALUES (:id, :phone, :template, :text, :sent, :sent)""")
                    .param("id", message.id())
                    .param("phone", phone)
                    .param("template", message.template())
                    .param("text", message.text())
                    .param("sent", Utc.of(message.sentAt()))
                    .update();
        } catch (DuplicateKeyException thereBefore) {
            return;
        }
        sweep.whenDue();
    }

    @Override
    public List<InboxMessage> of(String phone) {
        return jdbc.sql("""
                        SELECT id, template, text, created_at FROM inbox_message
                        WHERE phone = :phone ORDER BY created_at DESC, id LIMIT :most""")
                .param("phone", phone)
                .param("most", MOST)
                .query((row, number) -> new InboxMessage(
                        row.getString("id"),
                        row.getString("template"),
                        row.getString("text"),
                        Utc.read(row, "created_at")))
                .list();
    }
}
