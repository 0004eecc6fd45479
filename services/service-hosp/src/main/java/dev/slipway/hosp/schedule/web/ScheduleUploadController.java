package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleFilter;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.ScheduleUpload;
import dev.slipway.hosp.schedule.Schedules;
import dev.slipway.hosp.schedule.Session;
import dev.slipway.hosp.upload.BatchReader;
import dev.slipway.hosp.upload.ItemResult.Result;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A hospital's own schedules; the signature says which hospital it is. */
@RestController
@RequestMapping("/openapi/hosp/schedules")
class ScheduleUploadController {
    private final ScheduleUpload upload;
    private final Schedules schedules;
    private final BatchReader batches;

    ScheduleUploadController(ScheduleUpload upload, Schedules schedules, BatchReader batches) {
        this.upload = upload;
        this.schedules = schedules;
        this.batches = batches;
    }

    /** At most 500 schedules; each is judged by itself. */
    record ScheduleBatch(@NotNull List<@NotNull ScheduleRequest> items) {}

    /**
     * What became of one schedule.
     *
     * @param id null when none was sent
     */
    record ScheduleResult(
            @Nullable String id, Result result, @Nullable String reason) {}

    /** A schedule as it is stored; {@code id} is what the hospital calls it. */
    record StoredSchedule(
            String id,
            String departmentCode,
            String title,
            String doctor,
            String skill,
            LocalDate workDate,
            Session session,
            int total,
            int available,
            String fee,
            ScheduleStatus status) {
        static StoredSchedule of(Schedule schedule) {
            ScheduleOffer offer = schedule.offer();
            return new StoredSchedule(
                    schedule.hospitalScheduleId(),
                    offer.departmentCode(),
                    offer.title(),
                    offer.doctor(),
                    offer.skill(),
                    offer.workDate(),
                    offer.session(),
                    offer.total(),
                    schedule.available(),
                    offer.fee(),
                    offer.status());
        }
    }

    @PostMapping
    ItemList<ScheduleResult> save(@Parameter(hidden = true) Caller hospital, @Valid @RequestBody ScheduleBatch batch) {
        return new ItemList<>(
                upload
                        .save(hospital.id(), batches.read(batch.items(), ScheduleRequest::id, ScheduleRequest::offer))
                        .stream()
                        .map(item -> new ScheduleResult(item.id(), item.result(), item.reason()))
                        .toList());
    }

    @GetMapping
    Page<StoredSchedule> list(
            @Parameter(hidden = true) Caller hospital,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String date,
            @ParameterObject PageRequest page) {
        String code = department == null || department.isEmpty() ? null : department;
        return schedules
                .search(new ScheduleFilter(hospital.id(), code, RequiredDate.ofNullable(date)), page)
                .map(StoredSchedule::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Parameter(hidden = true) Caller hospital, @PathVariable String id) {
        if (!upload.remove(hospital.id(), id)) {
            throw ProblemException.notFound("The hospital has no such schedule.");
        }
    }
}
