/** The patient calls of the HTTP contract. */
@NullMarked
package dev.slipway.user.patient.web;

import org.jspecify.annotations.NullMarked;
