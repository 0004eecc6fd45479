/** Sign-in, accounts and patients of the hospital appointment platform. */
@NullMarked
package dev.slipway.user;

import org.jspecify.annotations.NullMarked;
