package dev.slipway.bench.startup;

import java.util.List;
import java.util.Locale;

/** How much of the stack is started, with the goals for it. */
enum Extent {
    /** Sign-in, dictionary and messages behind the gateway, with all middleware. */
    FOUNDATION("server-gateway,service-cmn,service-user,service-sms,mongodb", 20, 2.5e9),
    WHOLE("", 40, 4.5e9);

    static final double RATIO_GOAL = 0.6;

    private final String only;
    /** To the first answer, or of the whole to the end of the first smoke test. */
    final double seconds;
    /** Resident, of all processes. */
    final double mebibytes;

    Extent(String only, double seconds, double bytes) {
        this.only = only;
        this.seconds = seconds;
        this.mebibytes = bytes / (1 << 20);
    }

    /** What is named to {@code slipway up --only}; everything when empty. */
    List<String> only() {
        return only.isEmpty() ? List.of() : List.of(only.split(","));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
