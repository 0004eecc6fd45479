@NullMarked
package dev.slipway.test.canary.left;

import org.jspecify.annotations.NullMarked;
