/** Reads the books from the databases of a stack, with the stack's own users, and writes nothing. */
@NullMarked
package dev.slipway.platform.verify.store;

import org.jspecify.annotations.NullMarked;
