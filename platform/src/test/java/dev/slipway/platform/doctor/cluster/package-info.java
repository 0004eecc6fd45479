/** Tests of what a cluster is looked at for. */
@NullMarked
package dev.slipway.platform.doctor.cluster;

import org.jspecify.annotations.NullMarked;
