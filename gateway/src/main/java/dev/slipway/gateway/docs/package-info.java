/** One page for every service's OpenAPI. */
@NullMarked
package dev.slipway.gateway.docs;

import org.jspecify.annotations.NullMarked;
