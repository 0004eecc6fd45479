package dev.slipway.user.operator;

import java.util.Optional;

/** The operators, one a user name. */
public interface Operators {
    Optional<Operator> find(String id);

    Optional<Operator> named(String username);

    /** Does nothing when the user name is taken. */
    void add(Operator operator);
}
