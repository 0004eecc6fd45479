package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object until it is ready; its form is kept only as long as it is not. */
final class WatchedObject {
    private static final Readiness ABSENT = Readiness.progressing("is not there");
    private final long since = System.nanoTime();
    private final String written;
    private @Nullable HasMetadata unready;
    private @Nullable Readiness byItself;
    private @Nullable Readiness amongOthers;

    /** @param written the version that it was written as; empty when it was not */
    WatchedObject(String written) {
        this.written = written;
    }

    /**
     * Whether this was so before it was written, and is told late. Versions are compared as numbers:
     * https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions; of others nothing is known.
     */
    boolean isAfter(JsonNode seen) {
        String version = seen.path("metadata").path("resourceVersion").asText();
        return isNumber(version) && isNumber(written) && new BigInteger(version).compareTo(new BigInteger(written)) < 0;
    }

    private static boolean isNumber(String version) {
        return !version.isEmpty() && version.chars().allMatch(Character::isDigit);
    }

    void see(HasMetadata live) {
        Readiness verdict = ReadinessRules.of(live, Around.NOTHING);
        byItself = verdict;
        unready = verdict instanceof Readiness.Ready ? null : live;
    }

    void miss() {
        byItself = ABSENT;
        unready = null;
        amongOthers = null;
    }

    /** What was seen of it may be another now; the last word about what stands around it stays until there is a newer one. */
    void forget() {
        byItself = null;
        unready = null;
    }

    void lookAround(Around around) {
        if (unready != null) {
            amongOthers = ReadinessRules.of(unready, around);
        }
    }

    /** Empty before it was seen. */
    Optional<Readiness> verdict() {
        return Optional.ofNullable(unready != null && amongOthers != null ? amongOthers : byItself);
    }

    /** Nobody has looked at what stands around it. */
    boolean isNew() {
        return amongOthers == null;
    }

    boolean isUnready() {
        return unready != null;
    }

    boolean wasWritten() {
        return !written.isEmpty();
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since >= age.toNanos();
    }
}
