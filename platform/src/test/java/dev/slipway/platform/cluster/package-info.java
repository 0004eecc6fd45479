/** Tests of what is made of an API server's answers. */
@NullMarked
package dev.slipway.platform.cluster;

import org.jspecify.annotations.NullMarked;
