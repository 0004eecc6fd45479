/** Accounts of patients: registration, lock, verified identity. */
@NullMarked
package dev.slipway.user.account;

import org.jspecify.annotations.NullMarked;
