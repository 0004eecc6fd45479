package dev.slipway.user.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sign-in sessions. */
public interface Sessions {
    void add(Session session);

    /** The session if it is alive, locked for the rest of the transaction. */
    Optional<Session> alive(String id, Instant now);

    void prolong(String id, Instant expiresAt);

    /** Returns false when it had ended already, or is not this owner's. */
    boolean end(String id, String ownerId, EndReason reason);

    /** Ends what is alive and returns the ids. */
    List<String> endAllOf(String ownerId, EndReason reason);
}
