/** QR codes as pictures. */
@NullMarked
package dev.slipway.order.payment.qr;

import org.jspecify.annotations.NullMarked;
