package dev.slipway.security.identity;

import java.util.Set;

/**
 * Who makes a request, as vouched for by the gateway or by a calling service; may stand as a controller's argument.
 *
 * @param id user id, or the service's name for the role {@link Role#SERVICE}
 * @param sessionId sign-in session; empty for a service
 */
public record Caller(String id, Set<Role> roles, String sessionId) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A service calling in its own name. */
    public static Caller service(String name) {
        return new Caller(name, Set.of(Role.SERVICE), "");
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
