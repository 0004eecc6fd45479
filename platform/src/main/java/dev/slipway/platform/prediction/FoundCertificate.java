package dev.slipway.platform.prediction;

import dev.slipway.platform.secrets.Certified;
import java.util.Optional;

/**
 * The certificate in a Secret.
 *
 * @param certified empty when it is none that can be read
 * @param ours whether an apply has made it
 */
record FoundCertificate(Optional<Certified> certified, boolean ours) {}
