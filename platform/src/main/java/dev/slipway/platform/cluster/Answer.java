package dev.slipway.platform.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * What the API server says of itself.
 *
 * @param version e.g. {@code v1.36.3}
 * @param date its time in whole seconds, when it answered
 */
public record Answer(String version, Optional<Instant> date) {}
