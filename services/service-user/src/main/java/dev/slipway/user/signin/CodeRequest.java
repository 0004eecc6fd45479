package dev.slipway.user.signin;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.user.phone.Phone;
import dev.slipway.user.signin.SignInCodes.Issue;
import dev.slipway.web.live.Live;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a code to a phone, and never looks whether the phone is known: the answer and its time can't tell. */
@Component
public class CodeRequest {
    private final SignInCodes codes;
    private final Live<SignInLimits> limits;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Supplier<UUID> ids;

    CodeRequest(SignInCodes codes, Live<SignInLimits> limits, Outbox outbox, SecureRandom random, Supplier<UUID> ids) {
        this.codes = codes;
        this.limits = limits;
        this.outbox = outbox;
        this.random = random;
        this.ids = ids;
    }

    /** The message is stored first: a code that nobody was sent would only count against the phone's limits. */
    @Transactional(rollbackFor = TooManyCodes.class)
    public void send(Phone phone) {
        SignInLimits now = limits.get();
        SignInCode code = SignInCode.random(random);
        String id = ids.get().toString();
        outbox.store(new Event(id, "sms.requested", message(id, phone, code, now)));
        if (codes.issue(phone, code, now) instanceof Issue.TooMany tooMany) {
            throw new TooManyCodes(tooMany.retryAfter());
        }
    }

    private static SmsRequested message(String id, Phone phone, SignInCode code, SignInLimits limits) {
        String minutes = Long.toString(limits.codeLifetime().toMinutes());
        return new SmsRequested(id, phone.number(), "sign-in-code", Map.of("code", code.digits(), "minutes", minutes));
    }

    record SmsRequested(String id, String phone, String template, Map<String, String> parameters) {}
}
