package dev.slipway.user.session;

import java.util.Collection;

/** The list that the gateway reads. */
public interface RevocationList {
    /** @throws org.springframework.dao.DataAccessException when it can't be reached; some members may be in it then */
    void add(Collection<String> members);
}
