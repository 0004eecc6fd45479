/** The signed calls of the platform about orders, and the clerk's page of them. */
@NullMarked
package dev.slipway.hospital.order.web;

import org.jspecify.annotations.NullMarked;
