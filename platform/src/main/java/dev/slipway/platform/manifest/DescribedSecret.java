package dev.slipway.platform.manifest;

/** A Secret of which is known that it has to be there, and never what is in it. */
public sealed interface DescribedSecret permits GeneratedSecret, BroughtSecret {
    String namespace();

    String name();

    /** That it belongs to, as in {@link Manifest}. */
    String component();
}
