/** Names of hospital grades. */
@NullMarked
package dev.slipway.hosp.grade;

import org.jspecify.annotations.NullMarked;
