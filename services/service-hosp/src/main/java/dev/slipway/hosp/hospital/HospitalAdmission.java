package dev.slipway.hosp.hospital;

import dev.slipway.hosp.announcement.Announcements;
import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.HospitalSettings;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts hospitals online and takes them off; the row of the setting keeps both from happening at once. */
@Service
public class HospitalAdmission {
    private final Hospitals hospitals;
    private final HospitalSettings settings;
    private final Announcements announcements;

    HospitalAdmission(Hospitals hospitals, HospitalSettings settings, Announcements announcements) {
        this.hospitals = hospitals;
        this.settings = settings;
        this.announcements = announcements;
    }

    /**
     * @return false when there is no such hospital
     * @throws NoSetting when it shall go online and the platform has not admitted it
     */
    @Transactional
    public boolean changeStatus(String code, HospitalStatus status) {
        boolean admitted = settings.holdHospital(code).isPresent();
        if (status == HospitalStatus.ONLINE && !admitted && hospitals.find(code).isPresent()) {
            throw new NoSetting();
        }
        boolean known = hospitals.changeStatus(code, status);
        announcements.wake();
        return known;
    }

    /**
     * Takes the hospital offline and removes its setting with all keys.
     *
     * @return false when there is no such setting
     */
    @Transactional
    public boolean dismiss(String settingId) {
        Optional<HospitalSetting> setting = settings.hold(settingId);
        setting.ifPresent(known -> {
            hospitals.changeStatus(known.hospitalCode(), HospitalStatus.OFFLINE);
            announcements.wake();
            settings.remove(settingId);
        });
        return setting.isPresent();
    }
}
