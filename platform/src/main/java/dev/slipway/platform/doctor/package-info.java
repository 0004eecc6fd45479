/** What a machine needs to run the stack: one check each, with what was found and how to fix it. */
@NullMarked
package dev.slipway.platform.doctor;

import org.jspecify.annotations.NullMarked;
