/** What the catalogue passes on from hospitals. */
@NullMarked
package dev.slipway.order.hospital.web;

import org.jspecify.annotations.NullMarked;
