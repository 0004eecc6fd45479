/** How instants are kept in the database. */
@NullMarked
package dev.slipway.user.time;

import org.jspecify.annotations.NullMarked;
