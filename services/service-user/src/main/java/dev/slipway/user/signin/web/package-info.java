/** The sign-in calls of the HTTP contract. */
@NullMarked
package dev.slipway.user.signin.web;

import org.jspecify.annotations.NullMarked;
