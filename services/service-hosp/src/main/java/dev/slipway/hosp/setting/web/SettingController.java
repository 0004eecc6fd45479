package dev.slipway.hosp.setting.web;

import dev.slipway.hosp.hospital.HospitalAdmission;
import dev.slipway.hosp.setting.CodeTaken;
import dev.slipway.hosp.setting.HospitalKey;
import dev.slipway.hosp.setting.HospitalKeys;
import dev.slipway.hosp.setting.HospitalSetting;
import dev.slipway.hosp.setting.HospitalSettings;
import dev.slipway.hosp.setting.SettingDesk;
import dev.slipway.hosp.setting.SettingFilter;
import dev.slipway.hosp.setting.SettingStatus;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.idempotency.Idempotency;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Settings of hospitals, for operators. */
@RestController
@RequestMapping("/admin/hospital-settings")
class SettingController {
    private final SettingDesk desk;
    private final HospitalSettings settings;
    private final HospitalKeys keys;
    private final HospitalAdmission admission;
    private final Idempotency idempotency;

    SettingController(
            SettingDesk desk,
            HospitalSettings settings,
            HospitalKeys keys,
            HospitalAdmission admission,
            Idempotency idempotency) {
        this.desk = desk;
        this.settings = settings;
        this.keys = keys;
        this.admission = admission;
        this.idempotency = idempotency;
    }

    /** What is remembered of a call that made a key: not the key, which is kept encrypted only. */
    record KeyMade(String keyId) {}

    /** What makes two rotations the same. */
    record Rotation(String settingId) {}

    @GetMapping
    Page<SettingView> list(
            @RequestParam(required = false) @Nullable String keyword,
            @RequestParam(required = false) @Nullable String status,
            @ParameterObject PageRequest page) {
        return settings.search(new SettingFilter(keyword(keyword), status(status)), page)
                .map(setting -> SettingView.of(setting, null));
    }

    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<NewSettingView> admit(
            @Parameter(hidden = true) Caller operator,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody SettingRequest request) {
        String code = request.hospitalCode();
        if (code == null) {
            throw ProblemException.invalid("hospitalCode", "must not be null");
        }
        HospitalKey key = made(operator, idempotencyKey, request, () -> admit(code, request));
        HospitalSetting setting = settings.ofHospital(key.hospitalCode()).orElseThrow(SettingController::unknown);
        return ResponseEntity.created(URI.create("/admin/hospital-settings/" + setting.id()))
                .body(NewSettingView.of(setting, key));
    }

    private HospitalKey admit(String hospitalCode, SettingRequest request) {
        try {
            return desk.admit(hospitalCode, request.details());
        } catch (CodeTaken taken) {
            throw ProblemException.conflict("code-taken", "Another setting has this hospital code.");
        }
    }

    @GetMapping("/{id}")
    SettingView show(@PathVariable String id) {
        return settings.find(id)
                .map(setting -> SettingView.of(setting, keys.current(setting.hospitalCode())))
                .orElseThrow(SettingController::unknown);
    }

    @PutMapping("/{id}")
    SettingView change(@PathVariable String id, @Valid @RequestBody SettingRequest request) {
        SettingView before = show(id);
        if (request.hospitalCode() != null && !request.hospitalCode().equals(before.hospitalCode())) {
            throw ProblemException.invalid("hospitalCode", "can't be changed");
        }
        expectKnown(desk.change(id, request.details()));
        return show(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String id) {
        expectKnown(admission.dismiss(id));
    }

    @PutMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable String id) {
        expectKnown(desk.changeStatus(id, SettingStatus.LOCKED));
    }

    @DeleteMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String id) {
        expectKnown(desk.changeStatus(id, SettingStatus.OPEN));
    }

    @PostMapping("/{id}/key")
    @ResponseStatus(HttpStatus.CREATED)
    NewKeyView rotate(
            @Parameter(hidden = true) Caller operator,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        HospitalKey key = made(operator, idempotencyKey, new Rotation(id), () -> desk.rotate(id)
                .orElseThrow(SettingController::unknown));
        return new NewKeyView(key.keyId(), key.value());
    }

    private HospitalKey made(
            Caller operator, @Nullable String idempotencyKey, Object request, Supplier<HospitalKey> make) {
        KeyMade made = idempotency.once(
                operator.id(),
                idempotencyKey,
                request,
                KeyMade.class,
                () -> new KeyMade(make.get().keyId()));
        return keys.find(made.keyId()).orElseThrow(SettingController::unknown);
    }

    private static @Nullable String keyword(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable SettingStatus status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (text) {
            case "open" -> SettingStatus.OPEN;
            case "locked" -> SettingStatus.LOCKED;
            default -> throw ProblemException.invalid("status", "must be open or locked");
        };
    }

    private static void expectKnown(boolean known) {
        if (!known) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such setting.");
    }
}
