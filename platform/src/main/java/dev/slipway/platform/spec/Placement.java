package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where pods may run. Pods of one component are kept apart in any case.
 *
 * @param nodeSelector labels that a node has to have
 * @param preferredNodes labels that a node should have
 * @param near components whose nodes are preferred
 * @param apart how strictly the pods of this component are kept from sharing a node
 * @param tolerations taints of nodes that the pods put up with
 * @param priority name of a PriorityClass; {@code <env>-middleware} and {@code <env>-services} are made, and used unless
 *     another is named
 */
public record Placement(
        Map<String, String> nodeSelector,
        Map<String, String> preferredNodes,
        Set<String> near,
        List<Toleration> tolerations,
        @Default("preferred") Apart apart,

        @Nullable @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String priority) {
    /** How strictly. */
    public enum Apart {
        PREFERRED,
        REQUIRED
    }

    /**
     * A taint of nodes that the pods put up with.
     *
     * @param key of the taint
     * @param value every value when left out
     * @param effect every effect when left out
     */
    public record Toleration(
            String key, @Nullable String value, @Nullable TaintEffect effect) {}

    /** What a taint does to pods that do not put up with it. */
    public enum TaintEffect {
        NO_SCHEDULE("NoSchedule"),
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        NO_EXECUTE("NoExecute");

        private final String written;

        TaintEffect(String written) {
            this.written = written;
        }

        @Override
        public String toString() {
            return written;
        }
    }
}
