/** What a hospital tells of appointments; service-order decides. */
@NullMarked
package dev.slipway.hosp.appointment;

import org.jspecify.annotations.NullMarked;
