/** Region codes, judged by the dictionary service. */
@NullMarked
package dev.slipway.user.region;

import org.jspecify.annotations.NullMarked;
