/** Problem details (RFC 9457): the one way in which a service says no. */
@NullMarked
package dev.slipway.web.problem;

import org.jspecify.annotations.NullMarked;
