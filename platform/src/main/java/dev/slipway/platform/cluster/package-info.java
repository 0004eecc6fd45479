/** The one door to a Kubernetes API server: every call has a timeout, every retry a bound, every refusal plain words. */
@NullMarked
package dev.slipway.platform.cluster;

import org.jspecify.annotations.NullMarked;
