/** Users and patients as other services read them. */
@NullMarked
package dev.slipway.user.directory.web;

import org.jspecify.annotations.NullMarked;
