package dev.slipway.hosp.hospital;

import dev.slipway.hosp.announcement.Announcements;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes what a hospital says about itself. */
@Service
public class HospitalUpload {
    private static final int TRIES = 5;

    private final Hospitals hospitals;
    private final Announcements announcements;
    private final DemonstrationSettings demonstration;

    HospitalUpload(Hospitals hospitals, Announcements announcements, DemonstrationSettings demonstration) {
        this.hospitals = hospitals;
        this.announcements = announcements;
        this.demonstration = demonstration;
    }

    /** The hospital as it is then; a new one waits for an operator to put it online. */
    public Hospital save(String code, HospitalProfile profile) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Hospital> known = hospitals.find(code);
            if (known.filter(hospital -> hospital.profile().equals(profile)).isPresent()) {
                return known.get();
            }
            boolean saved = known.map(hospital -> hospitals.change(hospital, profile))
                    .orElseGet(() -> hospitals.add(new Hospital(code, profile, first(), 1)));
            if (saved) {
                announcements.wake();
                return hospitals.find(code).orElseThrow();
            }
        }
        throw new ChangedMeanwhile();
    }

    private HospitalStatus first() {
        return demonstration.online() ? HospitalStatus.ONLINE : HospitalStatus.OFFLINE;
    }
}
