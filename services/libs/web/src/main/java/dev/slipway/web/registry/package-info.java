/** Ready once the service registry knows it, and gone from there before the last request is served. */
@NullMarked
package dev.slipway.web.registry;

import org.jspecify.annotations.NullMarked;
