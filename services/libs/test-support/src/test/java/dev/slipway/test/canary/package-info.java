@NullMarked
package dev.slipway.test.canary;

import org.jspecify.annotations.NullMarked;
