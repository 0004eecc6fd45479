package dev.slipway.hosp.department.web;

import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Departments of any hospital, for operators. */
@RestController
class DepartmentAdminController {
    private final Hospitals hospitals;
    private final Departments departments;

    DepartmentAdminController(Hospitals hospitals, Departments departments) {
        this.hospitals = hospitals;
        this.departments = departments;
    }

    @GetMapping("/admin/hospitals/{code}/departments")
    ItemList<DepartmentNode> tree(@PathVariable String code) {
        if (hospitals.find(code).isEmpty()) {
            throw ProblemException.notFound("There is no such hospital.");
        }
        return DepartmentNode.tree(departments.of(code));
    }
}
