/** What an environment needs from its cluster, looked at before anything is touched; checks are pure. */
@NullMarked
package dev.slipway.platform.doctor.cluster;

import org.jspecify.annotations.NullMarked;
