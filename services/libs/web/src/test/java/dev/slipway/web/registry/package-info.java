/** Leaving the service registry. */
@NullMarked
package dev.slipway.web.registry;

import org.jspecify.annotations.NullMarked;
