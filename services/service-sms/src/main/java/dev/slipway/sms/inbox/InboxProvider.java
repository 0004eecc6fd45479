package dev.slipway.sms.inbox;

import dev.slipway.sms.delivery.SmsProvider;
import java.time.Clock;

/** Delivers into the inbox instead of to a telephone. */
public final class InboxProvider implements SmsProvider {
    private final Inbox inbox;
    private final Clock clock;

    public InboxProvider(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void send(String id, String phone, String template, String text) {
        inbox.add(phone, new InboxMessage(id, template, text, clock.instant()));
    }
}
