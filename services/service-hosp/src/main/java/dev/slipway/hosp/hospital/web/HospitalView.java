package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.dictionary.Grades;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.HospitalProfile;
import dev.slipway.hosp.hospital.HospitalStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A whole hospital.
 *
 * @param status null where only hospitals that are online are shown
 * @param locked null there too
 */
@Schema(name = "Hospital")
record HospitalView(
        String code,
        String name,
        String grade,
        String gradeName,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        @Nullable String logo,
        String intro,
        String route,
        RuleView bookingRule,
        @Nullable HospitalStatus status,
        @Nullable Boolean locked) {
    static HospitalView of(
            Hospital hospital, Grades grades, @Nullable HospitalStatus status, @Nullable Boolean locked) {
        HospitalProfile profile = hospital.profile();
        return new HospitalView(
                hospital.code(),
                profile.name(),
                profile.grade(),
                grades.name(profile.grade()),
                profile.region().provinceCode(),
                profile.region().cityCode(),
                profile.region().districtCode(),
                profile.address(),
                profile.logo(),
                profile.intro(),
                profile.route(),
                RuleView.of(profile.bookingRule()),
                status,
                locked);
    }
}
