/** The platform's dictionary, as service-cmn keeps it. */
@NullMarked
package dev.slipway.hosp.dictionary;

import org.jspecify.annotations.NullMarked;
