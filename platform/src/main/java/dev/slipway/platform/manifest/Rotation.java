package dev.slipway.platform.manifest;

import dev.slipway.platform.secrets.SecretName;
import java.util.List;

/**
 * How one generated value is replaced by another while the environment runs. Meanwhile the Secret of whoever checks it
 * holds two: beside the key itself the {@link #next} one until the server takes both, then the {@link #previous} one until
 * nobody uses it any more.
 *
 * @param home the Secret of whoever checks the value
 * @param key of the value in it
 * @param server the component that a Job tells of it; empty when it is read at a start only
 * @param workloads that start anew, one after the other
 * @param effect what is noticed of it; empty for nothing
 */
public record Rotation(
        SecretName secret, GeneratedSecret home, String key, String server, List<Manifest> workloads, String effect) {
    public Rotation {
        workloads = List.copyOf(workloads);
    }

    /** Key of the value that is to come. */
    public String next() {
        return key + ".next";
    }

    /** Key of the value that is to go. */
    public String previous() {
        return key + ".previous";
    }

    public String name() {
        return secret.name();
    }

    /** What a Job does with a server. */
    public enum Phase {
        /** Both values are taken, or the new one where a server knows one at a time. */
        ACCEPT,
        /** The new one alone is taken. */
        RETIRE;

        /** Key of the value that was there before. */
        public String oldKey(Rotation rotation) {
            return this == ACCEPT ? rotation.key() : rotation.previous();
        }

        public String newKey(Rotation rotation) {
            return this == ACCEPT ? rotation.next() : rotation.key();
        }
    }
}
