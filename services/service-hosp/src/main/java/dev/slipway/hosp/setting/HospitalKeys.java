package dev.slipway.hosp.setting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The signing keys of all hospitals. */
public interface HospitalKeys {
    /** The key, if it may sign now: not retired, and its hospital is not locked. */
    Optional<HospitalKey> valid(String keyId);

    Optional<HospitalKey> find(String keyId);

    /**
     * The key that the platform itself signs with. After a rotation that is the former one until the hospital has used
     * the new one, and so is known to have it, or until the former one retires.
     */
    Optional<HospitalKey> outgoing(String hospitalCode);

    /** Keys of one hospital that are not retired, newest first. */
    List<HospitalKey> current(String hospitalCode);

    int count(String hospitalCode);

    void add(HospitalKey key);

    /** Gives the newest key of the hospital a time of retirement. */
    void retireNewest(String hospitalCode, Instant at);

    /** Remembers that the hospital has signed with it. */
    void used(String keyId);
}
