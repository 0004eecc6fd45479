/** Leaving the service registry before the last request is served. */
@NullMarked
package dev.slipway.web.registry;

import org.jspecify.annotations.NullMarked;
