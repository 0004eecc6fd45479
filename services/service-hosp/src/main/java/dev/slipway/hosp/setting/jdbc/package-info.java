/** Settings and keys as rows; keys are encrypted. */
@NullMarked
package dev.slipway.hosp.setting.jdbc;

import org.jspecify.annotations.NullMarked;
