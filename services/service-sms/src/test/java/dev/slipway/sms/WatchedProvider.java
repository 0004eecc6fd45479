package dev.slipway.sms;

import dev.slipway.sms.delivery.SmsProvider;
import dev.slipway.sms.inbox.Inbox;
import dev.slipway.sms.inbox.InboxProvider;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Delivers into the inbox like the embedded provider; counts its calls and fails as told. */
final class WatchedProvider implements SmsProvider {

    private final SmsProvider inbox;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    WatchedProvider(Inbox inbox, Clock clock) {
        this.inbox = new InboxProvider(inbox, clock);
    }

    @Override
    public void send(String id, String phone, String template, String text) {
        int call = calls.merge(id, 1, Integer::sum);
        if (call <= failures.getOrDefault(id, 0)) {
            throw new IllegalStateException("fails as told, call " + call);
        }
        inbox.send(id, phone, template, text);
    }

    /** The next that many calls for this message fail. */
    void fail(String id, int times) {
        failures.put(id, calls(id) + times);
    }

    int calls(String id) {
        return calls.getOrDefault(id, 0);
    }
}
