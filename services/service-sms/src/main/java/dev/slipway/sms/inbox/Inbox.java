package dev.slipway.sms.inbox;

import java.util.List;

/** Messages by telephone number; keeps the newest {@value #MOST} of a number for a day. */
public interface Inbox {
    int MOST = 50;

    /** Adds it, unless a message with its id is or was there. */
    void add(String phone, InboxMessage message);

    /** Newest first. */
    List<InboxMessage> of(String phone);
}
