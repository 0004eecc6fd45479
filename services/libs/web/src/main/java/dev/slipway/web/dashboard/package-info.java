/** Shows a process in Sentinel's dashboard, where the environment has one. */
@NullMarked
package dev.slipway.web.dashboard;

import org.jspecify.annotations.NullMarked;
