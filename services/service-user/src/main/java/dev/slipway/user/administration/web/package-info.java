/** What operators do with users. */
@NullMarked
package dev.slipway.user.administration.web;

import org.jspecify.annotations.NullMarked;
