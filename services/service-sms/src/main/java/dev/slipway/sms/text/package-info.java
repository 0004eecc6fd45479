/** What the messages say. */
@NullMarked
package dev.slipway.sms.text;

import org.jspecify.annotations.NullMarked;
