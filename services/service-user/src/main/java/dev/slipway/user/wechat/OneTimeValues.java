package dev.slipway.user.wechat;

import java.time.Duration;
import java.util.Optional;

/** Values behind random tokens; each can be taken once, and is gone after a while. */
public interface OneTimeValues {
    void put(String token, String value, Duration lifetime);

    Optional<String> peek(String token);

    /** Of many callers at once one gets the value. */
    Optional<String> take(String token);
}
