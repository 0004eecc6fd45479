package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.ProcessIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The supervisor of a stack as it is kept on disk.
 *
 * @param port where the gateway answers
 * @param addresses where to go, by what is there
 * @param components names of all that it looks after, in the order in which they are shown
 * @param settledAt when everything was ready for the first time; null before that
 * @param outcome how it ended; null while it runs
 */
public record SupervisorStatus(
        ProcessIdentity process,
        int port,
        Map<String, String> addresses,
        List<String> components,
        Instant since,
        @Nullable Instant settledAt,
        @Nullable String outcome) {
    SupervisorStatus settled(Instant now) {
        return new SupervisorStatus(process, port, addresses, components, since, now, outcome);
    }

    SupervisorStatus ended(String how) {
        return new SupervisorStatus(process, port, addresses, components, since, settledAt, how);
    }
}
