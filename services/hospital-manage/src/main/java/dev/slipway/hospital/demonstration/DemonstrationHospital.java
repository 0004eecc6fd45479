package dev.slipway.hospital.demonstration;

import dev.slipway.hospital.profile.ProfileDetails;
import java.util.List;

/** One hospital to try the platform with. */
record DemonstrationHospital(
        String code,
        ProfileDetails details,
        List<DemonstrationDepartment> departments,
        List<DemonstrationDoctor> doctors) {}
