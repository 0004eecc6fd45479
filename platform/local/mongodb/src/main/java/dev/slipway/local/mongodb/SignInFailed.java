package dev.slipway.local.mongodb;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** Says no more than MongoDB does. */
final class SignInFailed extends MongoServerError {

    SignInFailed() {
        super(18, "AuthenticationFailed", "Authentication failed.");
    }
}
