/** The objects of the services and of what all of them share. */
@NullMarked
package dev.slipway.platform.render.service;

import org.jspecify.annotations.NullMarked;
