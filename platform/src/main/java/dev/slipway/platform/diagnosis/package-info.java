/** What the rules say about something that does not work: which cause it is, what shows it, and what to change. */
@NullMarked
package dev.slipway.platform.diagnosis;

import org.jspecify.annotations.NullMarked;
