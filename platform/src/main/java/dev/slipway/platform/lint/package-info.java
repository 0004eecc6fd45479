/** What every rendered object has to keep, whatever patches say: pure rules, each with a name that a waiver can give. */
@NullMarked
package dev.slipway.platform.lint;

import org.jspecify.annotations.NullMarked;
