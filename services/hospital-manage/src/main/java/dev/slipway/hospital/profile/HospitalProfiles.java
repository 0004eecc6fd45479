package dev.slipway.hospital.profile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hospitals of this instance. */
public interface HospitalProfiles {
    Optional<HospitalProfile> find(String code);

    List<HospitalProfile> all();

    /** @return false when there is one of this code: it is left as it is */
    boolean add(String code, ProfileDetails details);

    void replace(String code, ProfileDetails details);

    /** @param revision what was sent; later changes stay pending */
    void uploaded(String code, int revision, String result, @Nullable String reason);
}
