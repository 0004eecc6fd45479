/** What the objects of every component are made of: names, labels, security, probes, edges. */
@NullMarked
package dev.slipway.platform.render.part;

import org.jspecify.annotations.NullMarked;
