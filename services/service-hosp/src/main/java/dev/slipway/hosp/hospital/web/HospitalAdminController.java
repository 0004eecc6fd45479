package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.dictionary.Grades;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.HospitalAdmission;
import dev.slipway.hosp.hospital.HospitalFilter;
import dev.slipway.hosp.hospital.HospitalProfile;
import dev.slipway.hosp.hospital.HospitalStatus;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.hosp.hospital.NoSetting;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.hosp.setting.HospitalSettings;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All hospitals, for operators. */
@RestController
@RequestMapping("/admin/hospitals")
class HospitalAdminController {
    private final Hospitals hospitals;
    private final HospitalAdmission admission;
    private final ShownHospitals shown;
    private final HospitalSettings settings;
    private final Grades grades;

    HospitalAdminController(
            Hospitals hospitals,
            HospitalAdmission admission,
            ShownHospitals shown,
            HospitalSettings settings,
            Grades grades) {
        this.hospitals = hospitals;
        this.admission = admission;
        this.shown = shown;
        this.settings = settings;
        this.grades = grades;
    }

    /** A hospital in an operator's list. */
    record AdminHospitalItem(
            String code,
            String name,
            String grade,
            String gradeName,
            String provinceCode,
            String cityCode,
            String districtCode,
            String address,
            HospitalStatus status,
            boolean locked) {}

    /** The status that a hospital shall have. */
    record StatusRequest(@NotNull HospitalStatus status) {}

    @GetMapping
    Page<AdminHospitalItem> list(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String status,
            @ParameterObject PageRequest page) {
        HospitalFilter filter = new HospitalFilter(
                SearchText.of("name", name),
                SearchText.of("grade", grade),
                SearchText.of("province", province),
                SearchText.of("city", city),
                SearchText.of("district", district),
                status(status),
                Set.of());
        Page<Hospital> found = hospitals.search(filter, page);
        Set<String> open =
                settings.open(found.items().stream().map(Hospital::code).toList());
        return found.map(hospital -> item(hospital, !open.contains(hospital.code())));
    }

    @GetMapping("/{code}")
    HospitalView show(@PathVariable String code) {
        return hospitals
                .find(code)
                .map(hospital -> HospitalView.of(hospital, grades, hospital.status(), locked(hospital)))
                .orElseThrow(HospitalAdminController::unknown);
    }

    @PutMapping("/{code}/status")
    HospitalView changeStatus(@PathVariable String code, @Valid @RequestBody StatusRequest request) {
        try {
            if (!admission.changeStatus(code, request.status())) {
                throw unknown();
            }
        } catch (NoSetting missing) {
            throw ProblemException.conflict("no-setting", "The hospital has no setting; make one first.");
        }
        return show(code);
    }

    private AdminHospitalItem item(Hospital hospital, boolean locked) {
        HospitalProfile profile = hospital.profile();
        return new AdminHospitalItem(
                hospital.code(),
                profile.name(),
                profile.grade(),
                grades.name(profile.grade()),
                profile.region().provinceCode(),
                profile.region().cityCode(),
                profile.region().districtCode(),
                profile.address(),
                hospital.status(),
                locked);
    }

    private boolean locked(Hospital hospital) {
        return shown.standing(hospital) == ShownHospitals.Standing.LOCKED;
    }

    private static @Nullable HospitalStatus status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(HospitalStatus.values())
                .filter(status -> status.word().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("status", "must be online or offline"));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such hospital.");
    }
}
