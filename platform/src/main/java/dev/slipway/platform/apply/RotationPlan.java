package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rotation would do, a secret each. */
public record RotationPlan(List<Entry> secrets) {
    public RotationPlan {
        secrets = List.copyOf(secrets);
    }

    /** What starts anew, each once. */
    public Set<ObjectId> restarted() {
        return secrets.stream().flatMap(entry -> entry.restarted().stream()).collect(Collectors.toSet());
    }

    /**
     * One secret.
     *
     * @param begun by an earlier run that did not come to its end
     * @param restarted what starts anew, in this order
     * @param effect what is noticed of it; empty for nothing
     */
    public record Entry(String secret, boolean begun, List<ObjectId> restarted, String effect) {
        public Entry {
            restarted = List.copyOf(restarted);
        }
    }
}
