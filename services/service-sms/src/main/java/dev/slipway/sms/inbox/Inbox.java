package dev.slipway.sms.inbox;

import java.util.List;

/** Messages by telephone number; for seven days; shows the newest {@value #MOST} of a number. */
public interface Inbox {
    int MOST = 50;

    /** Adds it, unless a message with its id is there. */
    void add(String phone, InboxMessage message);

    /** Newest first. */
    List<InboxMessage> of(String phone);
}
