package dev.slipway.user.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/** A key pair that signs access tokens; its text form is the id alone. */
public record TokenKey(ECKey pair, Instant createdAt) {
    public TokenKey {
        if (!pair.isPrivate() || pair.getKeyID() == null) {
            throw new IllegalArgumentException("A signing key needs a private part and an id");
        }
    }

    public String id() {
        return pair.getKeyID();
    }

    @Override
    public String toString() {
        return "TokenKey[" + id() + "]";
    }
}
