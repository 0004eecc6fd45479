/** How instants are kept in the database. */
@NullMarked
package dev.slipway.web.time;

import org.jspecify.annotations.NullMarked;
