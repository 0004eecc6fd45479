/** Reading the inbox. */
@NullMarked
package dev.slipway.sms.inbox.web;

import org.jspecify.annotations.NullMarked;
