/** Sentinel's flow and degrade rules, from Nacos. */
@NullMarked
package dev.slipway.gateway.flow;

import org.jspecify.annotations.NullMarked;
