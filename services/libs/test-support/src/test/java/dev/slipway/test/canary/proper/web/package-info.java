@NullMarked
package dev.slipway.test.canary.proper.web;

import org.jspecify.annotations.NullMarked;
