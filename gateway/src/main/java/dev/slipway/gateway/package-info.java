/** The one door: routes and authentication, no business code. */
@NullMarked
package dev.slipway.gateway;

import org.jspecify.annotations.NullMarked;
