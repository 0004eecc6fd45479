@NullMarked
package dev.slipway.test.canary.right;

import org.jspecify.annotations.NullMarked;
