@NullMarked
package dev.slipway.test.canary.impl;

import org.jspecify.annotations.NullMarked;
