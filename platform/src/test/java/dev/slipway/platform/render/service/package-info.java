/** What the objects of services promise. */
@NullMarked
package dev.slipway.platform.render.service;

import org.jspecify.annotations.NullMarked;
