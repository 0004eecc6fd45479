/** The page where clerks sign in. */
@NullMarked
package dev.slipway.hospital.clerk.web;

import org.jspecify.annotations.NullMarked;
