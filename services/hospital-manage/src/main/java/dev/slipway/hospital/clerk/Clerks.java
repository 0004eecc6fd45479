package dev.slipway.hospital.clerk;

import java.util.Optional;

/** The clerks, one a user name. */
public interface Clerks {
    Optional<Clerk> named(String username);

    /** Does nothing when the user name is taken. */
    void add(Clerk clerk);
}
