/** Users and their patients, read from service-user. */
@NullMarked
package dev.slipway.order.patient;

import org.jspecify.annotations.NullMarked;
