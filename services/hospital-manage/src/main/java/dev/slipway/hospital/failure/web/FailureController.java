package dev.slipway.hospital.failure.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.hospital.failure.Failure;
import dev.slipway.hospital.failure.Failure.Mode;
import dev.slipway.hospital.failure.Failure.Scope;
import dev.slipway.hospital.failure.FailureSwitches;
import dev.slipway.hospital.profile.HospitalProfiles;
import dev.slipway.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders failures for tests and demonstrations; needs no signature and exists only where no patient is real. */
@RestController
@Profile({"local", "dev", "test"})
@RequestMapping("/api/dev/hospitals/{code}/failure")
class FailureController {
    private final FailureSwitches failures;
    private final HospitalProfiles hospitals;

    FailureController(FailureSwitches failures, HospitalProfiles hospitals) {
        this.failures = failures;
        this.hospitals = hospitals;
    }

    @GetMapping
    FailureView show(@PathVariable String code) {
        return failures.of(code)
                .map(FailureView::of)
                .orElseThrow(() -> ProblemException.notFound("No failure is ordered."));
    }

    @PutMapping
    FailureView set(@PathVariable String code, @Valid @RequestBody OrderFailure order) {
        if (hospitals.find(code).isEmpty()) {
            throw ProblemException.notFound("There is no such hospital.");
        }
        Failure failure = order.failure();
        failures.set(code, failure);
        return FailureView.of(failure);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String code) {
        failures.clear(code);
    }

    /** Words of the modes as JSON has them. */
    enum ModeWord {
        @JsonProperty("late-answer")
        LATE_ANSWER,
        @JsonProperty("late-start")
        LATE_START,
        @JsonProperty("reject")
        REJECT,
        @JsonProperty("drop")
        DROP,
        @JsonProperty("lose-answer")
        LOSE_ANSWER,
        @JsonProperty("answer-twice")
        ANSWER_TWICE,
        @JsonProperty("wrong-sequence")
        WRONG_SEQUENCE;

        Mode mode() {
            return Mode.valueOf(name());
        }
    }

    /** Words of the scopes as JSON has them. */
    enum ScopeWord {
        @JsonProperty("submit")
        SUBMIT,
        @JsonProperty("all")
        ALL
    }

    /**
     * @param scope submissions only when left out
     * @param delayMillis 10 seconds when left out
     * @param times until it is cleared when left out
     */
    record OrderFailure(
            @NotNull ModeWord mode,
            @Nullable ScopeWord scope,
            @Nullable @Min(0) @Max(60_000) Integer delayMillis,
            @Nullable @Min(1) @Max(Failure.MOST_TIMES) Integer times) {
        private static final int DELAY = 10_000;

        Failure failure() {
            return new Failure(
                    mode.mode(),
                    scope == null ? Scope.SUBMIT : Scope.valueOf(scope.name()),
                    Duration.ofMillis(delayMillis == null ? DELAY : delayMillis),
                    times == null ? Failure.MOST_TIMES : times);
        }
    }

    record FailureView(ModeWord mode, ScopeWord scope, long delayMillis, int times) {
        static FailureView of(Failure failure) {
            return new FailureView(
                    ModeWord.valueOf(failure.mode().name()),
                    ScopeWord.valueOf(failure.scope().name()),
                    failure.delay().toMillis(),
                    failure.times());
        }
    }
}
