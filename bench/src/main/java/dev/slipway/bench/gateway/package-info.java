/** What the gateway costs: a small GET through it, against a bare Spring Cloud Gateway and against the service. */
@NullMarked
package dev.slipway.bench.gateway;

import org.jspecify.annotations.NullMarked;
