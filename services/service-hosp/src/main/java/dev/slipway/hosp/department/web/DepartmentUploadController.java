package dev.slipway.hosp.department.web;

import dev.slipway.hosp.department.DepartmentUpload;
import dev.slipway.hosp.department.Departments;
import dev.slipway.hosp.schedule.DepartmentRemoval;
import dev.slipway.hosp.upload.BatchReader;
import dev.slipway.hosp.upload.ItemResult.Result;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A hospital's own departments; the signature says which hospital it is. */
@RestController
@RequestMapping("/openapi/hosp/departments")
class DepartmentUploadController {
    private final DepartmentUpload upload;
    private final DepartmentRemoval removal;
    private final Departments departments;
    private final BatchReader batches;

    DepartmentUploadController(
            DepartmentUpload upload, DepartmentRemoval removal, Departments departments, BatchReader batches) {
        this.upload = upload;
        this.removal = removal;
        this.departments = departments;
        this.batches = batches;
    }

    /** At most 500 departments; each is judged by itself. */
    record DepartmentBatch(@NotNull List<@NotNull DepartmentRequest> items) {}

    /**
     * What became of one department.
     *
     * @param code null when none was sent
     */
    record DepartmentResult(
            @Nullable String code, Result result, @Nullable String reason) {}

    /** A department as it is stored. */
    record DepartmentView(
            String code,
            String name,
            @Nullable String intro,
            @Nullable String parentCode) {}

    @PostMapping
    ItemList<DepartmentResult> save(
            @Parameter(hidden = true) Caller hospital, @Valid @RequestBody DepartmentBatch batch) {
        return new ItemList<>(upload
                .save(
                        hospital.id(),
                        batches.read(batch.items(), DepartmentRequest::code, DepartmentRequest::department))
                .stream()
                .map(item -> new DepartmentResult(item.id(), item.result(), item.reason()))
                .toList());
    }

    @GetMapping
    ItemList<DepartmentView> list(@Parameter(hidden = true) Caller hospital) {
        return new ItemList<>(departments.of(hospital.id()).stream()
                .map(known -> new DepartmentView(known.code(), known.name(), known.intro(), known.parentCode()))
                .toList());
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Parameter(hidden = true) Caller hospital, @PathVariable String code) {
        switch (removal.remove(hospital.id(), code)) {
            case REMOVED -> {}
            case MISSING -> throw ProblemException.notFound("The hospital has no such department.");
            case IN_USE ->
                throw ProblemException.conflict(
                        "department-in-use",
                        "There are departments below it, or schedules from today on that are not cancelled.");
        }
    }
}
