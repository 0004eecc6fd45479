package dev.slipway.platform.stack.progress;

import dev.slipway.platform.stack.ComponentStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status} prints for programs.
 *
 * @param running a supervisor is at work
 * @param ready everything is ready
 */
public record StackView(boolean running, boolean ready, Map<String, String> addresses, List<ComponentView> components) {
    /**
     * One component.
     *
     * @param uptimeSeconds since its process was started
     * @param startSeconds from the start of its process until it was ready; null before that
     * @param residentBytes memory in use; null when the system does not tell
     * @param readySince null when it is not ready
     */
    public record ComponentView(
            String component,
            String state,
            @Nullable Long pid,
            int port,
            @Nullable Long uptimeSeconds,
            @Nullable Double startSeconds,
            int restarts,
            @Nullable Long residentBytes,
            @Nullable Instant readySince,
            @Nullable String cause) {
        /**
         * The view of a status.
         *
         * @param state as it is now, which may be worse than what was written down
         */
        public static ComponentView of(ComponentStatus status, String state, OptionalLong resident, Clock clock) {
            Instant started = status.startedAt();
            return new ComponentView(
                    status.name(),
                    state,
                    status.process() == null ? null : status.process().pid(),
                    status.port(),
                    started == null
                            ? null
                            : Duration.between(started, clock.instant()).toSeconds(),
                    status.startup() == null ? null : status.startup().toMillis() / 1000.0,
                    status.restarts(),
                    resident.isPresent() ? resident.getAsLong() : null,
                    state.equals("ready") ? status.readyAt() : null,
                    status.cause());
        }
    }
}
