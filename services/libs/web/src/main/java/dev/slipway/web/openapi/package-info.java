/** What every service's OpenAPI document has in common. */
@NullMarked
package dev.slipway.web.openapi;

import org.jspecify.annotations.NullMarked;
