/** The MongoDB server of the local stack: mongo-java-server on H2 files, with the sign-in that it lacks. */
@NullMarked
package dev.slipway.local.mongodb;

import org.jspecify.annotations.NullMarked;
