package dev.slipway.hosp.hospital;

import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.HospitalSettings;
import dev.slipway.hosp.setting.SettingStatus;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The hospitals that patients may see: online and not locked, at the moment of asking. */
@Service
public class ShownHospitals {
    private final Hospitals hospitals;
    private final HospitalSettings settings;

    ShownHospitals(Hospitals hospitals, HospitalSettings settings) {
        this.hospitals = hospitals;
        this.settings = settings;
    }

    public Page<Hospital> search(
            @Nullable String name,
            @Nullable String grade,
            @Nullable String province,
            @Nullable String city,
            @Nullable String district,
            PageRequest page) {
        return hospitals.search(
                new HospitalFilter(name, grade, province, city, district, HospitalStatus.ONLINE, settings.locked()),
                page);
    }

    public Optional<Hospital> find(String code) {
        return hospitals.find(code).filter(hospital -> standing(hospital) == Standing.SHOWN);
    }

    /** Why a hospital is shown or not. */
    public Standing standing(Hospital hospital) {
        SettingStatus status = settings.ofHospital(hospital.code())
                .map(HospitalSetting::status)
                .orElse(SettingStatus.LOCKED);
        if (status == SettingStatus.LOCKED) {
            return Standing.LOCKED;
        }
        return hospital.status() == HospitalStatus.ONLINE ? Standing.SHOWN : Standing.OFFLINE;
    }

    /** Whether patients may see a hospital. */
    public enum Standing {
        SHOWN,
        OFFLINE,
        LOCKED
    }
}
