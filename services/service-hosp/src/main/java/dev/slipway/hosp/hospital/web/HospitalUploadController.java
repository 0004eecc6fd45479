package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.dictionary.Dictionary;
import dev.slipway.hosp.dictionary.Grades;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.HospitalUpload;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A hospital's own page of the catalogue; the signature says which hospital it is. */
@RestController
@RequestMapping("/openapi/hosp/hospital")
class HospitalUploadController {
    private final HospitalUpload upload;
    private final Hospitals hospitals;
    private final ShownHospitals shown;
    private final Grades grades;
    private final Dictionary dictionary;

    HospitalUploadController(
            HospitalUpload upload, Hospitals hospitals, ShownHospitals shown, Grades grades, Dictionary dictionary) {
        this.upload = upload;
        this.hospitals = hospitals;
        this.shown = shown;
        this.grades = grades;
        this.dictionary = dictionary;
    }

    @PutMapping
    HospitalView save(@Parameter(hidden = true) Caller hospital, @Valid @RequestBody HospitalRequest request) {
        require("grade", "hospital-grade", request.grade());
        require("provinceCode", "province", request.provinceCode());
        require("cityCode", "province", request.cityCode());
        require("districtCode", "province", request.districtCode());
        return view(upload.save(hospital.id(), request.profile()));
    }

    @GetMapping
    HospitalView show(@Parameter(hidden = true) Caller hospital) {
        return hospitals
                .find(hospital.id())
                .map(this::view)
                .orElseThrow(() -> ProblemException.notFound("The hospital has not been uploaded yet."));
    }

    private HospitalView view(Hospital hospital) {
        return HospitalView.of(
                hospital, grades, hospital.status(), shown.standing(hospital) == ShownHospitals.Standing.LOCKED);
    }

    private void require(String field, String code, String value) {
        if (!dictionary.known(code, value)) {
            throw ProblemException.invalid(field, "is not a value of the dictionary " + code);
        }
    }
}
