package dev.slipway.order.slot;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Tells the catalogue how many places are taken: absolute numbers with a revision, so order and repetition don't matter. */
@Component
public class SlotEvents {
    private static final int LONGEST_ID = 64;
    private static final int HASH_DIGITS = 24;

    private final Outbox outbox;

    SlotEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** In the transaction of the change. */
    public void changed(Slot slot) {
        outbox.store(new Event(
                id(slot), "slot.changed", new SlotChanged(slot.scheduleId(), slot.active(), slot.revision())));
    }

    static String id(Slot slot) {
        String plain = "slot-" + slot.scheduleId() + "-" + slot.revision();
        return plain.length() <= LONGEST_ID ? plain : "slot-" + hash(slot.scheduleId()) + "-" + slot.revision();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    record SlotChanged(String scheduleId, int active, long revision) {}
}
