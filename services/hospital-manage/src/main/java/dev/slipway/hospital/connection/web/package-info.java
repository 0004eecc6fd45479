/** The page with a hospital's address and key of the platform. */
@NullMarked
package dev.slipway.hospital.connection.web;

import org.jspecify.annotations.NullMarked;
