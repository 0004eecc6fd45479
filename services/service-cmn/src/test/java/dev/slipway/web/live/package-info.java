/** What a test needs of the way a push takes inside a service. */
@NullMarked
package dev.slipway.web.live;

import org.jspecify.annotations.NullMarked;
