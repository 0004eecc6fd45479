package dev.slipway.security.signature;

import java.util.Optional;

/** The keys that are valid now, by their ids. */
public interface SigningKeys {
    /** Empty for an id that never was, for a retired key, and for one whose hospital may not call at all. */
    Optional<SigningKey> find(String keyId);
}
