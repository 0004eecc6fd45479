/** Tests of configuration held in git and in Nacos. */
@NullMarked
package dev.slipway.platform.config;

import org.jspecify.annotations.NullMarked;
