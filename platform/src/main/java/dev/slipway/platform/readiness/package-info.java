/** Whether an object of the cluster does its work yet: pure rules, one a kind, from an object and what is around it. */
@NullMarked
package dev.slipway.platform.readiness;

import org.jspecify.annotations.NullMarked;
