/** Configuration held in git and in Nacos: compared, pushed and pulled. */
@NullMarked
package dev.slipway.platform.config;

import org.jspecify.annotations.NullMarked;
