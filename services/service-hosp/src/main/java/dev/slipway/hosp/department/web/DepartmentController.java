package dev.slipway.hosp.department.web;

import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.hospital.ShownHospitals;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Departments of hospitals that patients may see. */
@RestController
class DepartmentController {
    private final ShownHospitals hospitals;
    private final Departments departments;

    DepartmentController(ShownHospitals hospitals, Departments departments) {
        this.hospitals = hospitals;
        this.departments = departments;
    }

    @GetMapping("/api/hospitals/{code}/departments")
    ItemList<DepartmentNode> tree(@PathVariable String code) {
        if (hospitals.find(code).isEmpty()) {
            throw ProblemException.notFound("There is no such hospital.");
        }
        return DepartmentNode.tree(departments.of(code));
    }
}
