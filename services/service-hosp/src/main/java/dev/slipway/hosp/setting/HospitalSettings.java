package dev.slipway.hosp.setting;

import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** All hospitals that the platform has admitted. */
public interface HospitalSettings {
    Optional<HospitalSetting> find(String id);

    Optional<HospitalSetting> ofHospital(String code);

    /** Newest first. */
    Page<HospitalSetting> search(SettingFilter filter, PageRequest page);

    /** Codes of hospitals that may not take part now. */
    Set<String> locked();

    /** Those of the codes whose hospitals may take part now. */
    Set<String> open(Collection<String> codes);

    /** Waits for other changes of the same setting and keeps them out until the transaction ends. */
    Optional<HospitalSetting> hold(String id);

    /** Like {@link #hold(String)}, by the hospital's code. */
    Optional<HospitalSetting> holdHospital(String code);

    /** @throws CodeTaken when another setting has the code */
    void add(HospitalSetting setting);

    void change(String id, SettingDetails details);

    void changeStatus(String id, SettingStatus status);

    /** Removes the hospital's keys too. */
    void remove(String id);
}
