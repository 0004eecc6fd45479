package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.dictionary.Grades;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.HospitalProfile;
import org.jspecify.annotations.Nullable;

/** A hospital in the list that patients see. */
record HospitalItem(
        String code,
        String name,
        String grade,
        String gradeName,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        @Nullable String logo,
        String releaseTime) {
    static HospitalItem of(Hospital hospital, Grades grades) {
        HospitalProfile profile = hospital.profile();
        return new HospitalItem(
                hospital.code(),
                profile.name(),
                profile.grade(),
                grades.name(profile.grade()),
                profile.region().provinceCode(),
                profile.region().cityCode(),
                profile.region().districtCode(),
                profile.address(),
                profile.logo(),
                profile.bookingRule().releaseTime().toString());
    }
}
