@NullMarked
package dev.slipway.test.canary.proper.jdbc;

import org.jspecify.annotations.NullMarked;
