/** What the platform has agreed on with a hospital: where it is reached, whether it may take part, and its signing keys. */
@NullMarked
package dev.slipway.hosp.setting;

import org.jspecify.annotations.NullMarked;
