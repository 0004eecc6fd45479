package dev.slipway.hospital.connection;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connection of each hospital. */
public interface Connections {
    Optional<Connection> find(String hospitalCode);

    void add(Connection connection);

    /** @param platformUrl null: the configured address */
    void moveTo(String hospitalCode, @Nullable URI platformUrl);

    /**
     * Signs with this key from now on. The one before is still taken from the platform for a day, as the platform does
     * in its turn.
     *
     * @throws KeyIdTaken when any hospital has or had a key of this id
     */
    void replaceKey(String hospitalCode, String keyId, String key);
}
