package dev.slipway.hospital.failure;

import dev.slipway.hospital.failure.Failure.Mode;
import dev.slipway.hospital.failure.Failure.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** The failure ordered for each hospital. Forgotten at a restart; nothing sets one in production. */
@Component
public class FailureSwitches {
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    public void set(String hospital, Failure failure) {
        failures.put(hospital, failure);
    }

    public void clear(String hospital) {
        failures.remove(hospital);
    }

    public Optional<Failure> of(String hospital) {
        return Optional.ofNullable(failures.get(hospital));
    }

    /** Takes one of the calls that the hospital's failure hits, if it has one of these modes. */
    public Optional<Failure> hit(String hospital, boolean submission, Set<Mode> modes) {
        Failure failure = failures.get(hospital);
        if (failure == null || !modes.contains(failure.mode()) || (failure.scope() == Scope.SUBMIT && !submission)) {
            return Optional.empty();
        }
        AtomicBoolean hit = new AtomicBoolean();
        failures.computeIfPresent(hospital, (code, current) -> {
            hit.set(current.mode() == failure.mode());
            return hit.get() ? after(current) : current;
        });
        return hit.get() ? Optional.of(failure) : Optional.empty();
    }

    /** Null, which removes it, after the last call. */
    @SuppressWarnings("NullAway") // A remapping function may answer null.
    private static Failure after(Failure failure) {
        return failure.times() == 1
                ? null
                : new Failure(failure.mode(), failure.scope(), failure.delay(), failure.times() - 1);
    }
}
