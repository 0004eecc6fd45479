package dev.slipway.user.wechat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** States against forged callbacks, and binding tokens for WeChat accounts that have no phone yet. */
@Component
public class WeChatDesk {
    /** How long a state or a binding token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String STATE = "state:";
    private static final String BINDING = "binding:";
    private static final int BYTES = 24;

    private final OneTimeValues values;
    private final SecureRandom random;

    WeChatDesk(OneTimeValues values, SecureRandom random) {
        this.values = values;
        this.random = random;
    }

    public String newState() {
        return newToken(STATE, "open");
    }

    /** True once for each state of ours. */
    public boolean takeState(String state) {
        return values.take(STATE + state).isPresent();
    }

    /** A token that lets its bearer bind this WeChat account to the phone he proves to have. */
    public String newBinding(String openId) {
        return newToken(BINDING, openId);
    }

    public boolean hasBinding(String token) {
        return values.peek(BINDING + token).isPresent();
    }

    /** The open id, once. */
    public Optional<String> takeBinding(String token) {
        return values.take(BINDING + token);
    }

    private String newToken(String kind, String value) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        values.put(kind + token, value, LIFETIME);
        return token;
    }
}
