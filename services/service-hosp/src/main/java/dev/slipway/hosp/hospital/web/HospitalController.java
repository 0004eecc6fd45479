package dev.slipway.hosp.hospital.web;

import dev.slipway.hosp.dictionary.Grades;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hospitals for patients; one that is offline or locked is not there. */
@RestController
@RequestMapping("/api/hospitals")
class HospitalController {
    private final ShownHospitals hospitals;
    private final Grades grades;

    HospitalController(ShownHospitals hospitals, Grades grades) {
        this.hospitals = hospitals;
        this.grades = grades;
    }

    @GetMapping
    Page<HospitalItem> search(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String district,
            @ParameterObject PageRequest page) {
        return hospitals
                .search(
                        SearchText.of("name", name),
                        SearchText.of("grade", grade),
                        SearchText.of("province", province),
                        SearchText.of("city", city),
                        SearchText.of("district", district),
                        page)
                .map(hospital -> HospitalItem.of(hospital, grades));
    }

    @GetMapping("/{code}")
    HospitalView show(@PathVariable String code) {
        return hospitals
                .find(code)
                .map(hospital -> HospitalView.of(hospital, grades, null, null))
                .orElseThrow(() -> ProblemException.notFound("There is no such hospital."));
    }
}
