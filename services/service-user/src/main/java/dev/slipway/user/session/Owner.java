package dev.slipway.user.session;

import dev.slipway.security.identity.Role;

/** Whose session it is: a patient's account, or an operator. */
public record Owner(String id, Kind kind) {
    public enum Kind {
        ACCOUNT(Role.USER),
        OPERATOR(Role.ADMIN);

        private final Role role;

        Kind(Role role) {
            this.role = role;
        }

        public Role role() {
            return role;
        }
    }

    public static Owner account(String id) {
        return new Owner(id, Kind.ACCOUNT);
    }

    public static Owner operator(String id) {
        return new Owner(id, Kind.OPERATOR);
    }
}
