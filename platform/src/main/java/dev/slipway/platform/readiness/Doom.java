package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.ContainerStatus;

/**
 * What keeps a container from ever coming to work.
 *
 * @param what in one line, without where
 */
public record Doom(Kind kind, ContainerStatus container, String what) {
    public Doom {
        what = OneLine.of(what);
    }

    /** Which kind of obstacle. */
    public enum Kind {
        IMAGE,
        CONFIGURATION,
        CANNOT_RUN,
        OUT_OF_MEMORY,
        CRASH
    }
}
