/** How a hospital and the platform reach and recognise each other. */
@NullMarked
package dev.slipway.hospital.connection;

import org.jspecify.annotations.NullMarked;
