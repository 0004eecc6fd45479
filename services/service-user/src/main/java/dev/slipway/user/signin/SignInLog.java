package dev.slipway.user.signin;

import dev.slipway.user.signin.SignInRecord.Kind;
import dev.slipway.user.signin.SignInRecord.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records attempts and counts them. */
@Component
class SignInLog {
    private final SignInRecords records;
    private final MeterRegistry meters;
    private final Clock clock;

    SignInLog(SignInRecords records, MeterRegistry meters, Clock clock) {
        this.records = records;
        this.meters = meters;
        this.clock = clock;
    }

    void record(Kind kind, Outcome outcome, String address, @Nullable String accountId, @Nullable String phone) {
        count(kind, outcome);
        records.add(new SignInRecord(clock.instant(), kind, outcome, address, accountId, phone));
    }

    void count(Kind kind, Outcome outcome) {
        meters.counter("slipway.sign.ins", "kind", tag(kind), "outcome", tag(outcome))
                .increment();
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
