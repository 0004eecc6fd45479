/** From a route to a living instance and back: choice, retry, timeouts, headers, body limits. */
@NullMarked
package dev.slipway.gateway.route;

import org.jspecify.annotations.NullMarked;
