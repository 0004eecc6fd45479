package dev.slipway.platform.spec;

/** The levels of Pod Security that an environment may be held to. */
public enum PodSecurity {
    RESTRICTED,
    BASELINE
}
