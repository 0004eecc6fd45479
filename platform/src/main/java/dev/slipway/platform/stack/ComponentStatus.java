package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.ProcessIdentity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a component at one moment; also the form in which it is kept on disk.
 *
 * @param since when it came into this state
 * @param startedAt when its process was started; null when there is none
 * @param readyAt when it last became ready; null before that
 * @param startup from the start of its process until it was ready for the first time; null before that
 * @param restarts how often it was started again after it died
 * @param cause why it is not ready, or why it died last; null when there is nothing to say
 */
public record ComponentStatus(
        String name,
        State state,
        Instant since,
        int port,
        @Nullable ProcessIdentity process,
        @Nullable Instant startedAt,
        @Nullable Instant readyAt,
        @Nullable Duration startup,
        int restarts,
        @Nullable String cause) {}
