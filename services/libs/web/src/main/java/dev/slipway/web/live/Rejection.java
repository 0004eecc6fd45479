package dev.slipway.web.live;

import java.time.Instant;

/** One refused push: which document, what in it, why, and when. */
public record Rejection(String group, String dataId, String key, String reason, Instant at) {}
