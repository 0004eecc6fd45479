@NullMarked
package dev.slipway.test.canary.proper;

import org.jspecify.annotations.NullMarked;
